;;; emacs.el --- Types into Emacs as a user does and notes what it shows  -*- lexical-binding: t -*-

;; Emacs has been configured by the recipe.  Its command loop has to run, or nothing would be sent
;; while it is idle; so a timer looks at what is shown, and each step types when the one before has
;; had its effect.

(require 'cl-lib)
(require 'flymake)

(defun test-path (name) (expand-file-name name (getenv "CONNECTOR")))
(defvar test-definition (test-path "apiDefinition.swagger.json"))
(defvar test-properties (test-path "apiProperties.json"))

(defun test-note (&rest words)
  (let ((inhibit-message t) (coding-system-for-write 'utf-8))
    (write-region (concat (string-join words " ") "\n") nil (getenv "NOTES") t 'silent)))

(defun test-type (&rest keys)
  "Type KEYS: strings as they are, vectors of strings as names of keys."
  (dolist (each keys)
    (let ((events (if (vectorp each) (kbd (aref each 0)) each)))
      (setq unread-command-events
            (append unread-command-events (listify-key-sequence events))))))

(defun test-found (path)
  "All findings that are shown in the buffer of the file at PATH, each as `line rule'."
  (when-let ((buffer (get-file-buffer path)))
    (with-current-buffer buffer
      (mapcar (lambda (each)
                (let ((text (flymake-diagnostic-text each)))
                  (format "%d %s"
                          (line-number-at-pos (flymake-diagnostic-beg each))
                          (if (string-match "\\[\\([a-z-]+\\)\\]" text) (match-string 1 text) text))))
              (flymake-diagnostics)))))

(defun test-count (path finding)
  (cl-count finding (test-found path) :test #'equal))

(defun test-line (path number)
  (with-current-buffer (get-file-buffer path)
    (save-excursion
      (goto-char (point-min))
      (forward-line (1- number))
      (buffer-substring (line-beginning-position) (line-end-position)))))

(defvar test-before nil "How many findings the definition had before the fix.")

(defvar test-steps
  (list
   (list "Emacs waits for keys" (lambda () t)
         (lambda ()
           (test-note "version" "Emacs" emacs-version "with eglot"
                      (package-version-join
                       (package-desc-version (cadr (assq 'eglot package-alist)))))
           (test-type ["C-x C-f"] test-definition ["RET"])))
   (list "eglot looks after the definition"
         (lambda () (when-let ((buffer (get-file-buffer test-definition)))
                      (buffer-local-value 'flymake-mode buffer)))
         ;; Flymake, turned on by a command that has just ended, shows nothing before the next one.
         (lambda () (test-type ["C-f"])))
   (list "findings in the definition"
         (lambda () (= 1 (test-count test-definition "4 info-title-no-restricted-words")))
         (lambda () (test-type ["C-x 4 C-f"] test-properties ["RET"])))
   (list "findings in the properties"
         (lambda () (and (= 1 (test-count test-properties "14 icon-brand-color-default"))
                         (= 1 (test-count test-properties "27 policy-operation-exists"))))
         (lambda ()
           (dolist (path (list test-definition test-properties))
             (dolist (finding (test-found path))
               (test-note "found" (concat (file-name-nondirectory path) ":" finding))))
           (setq test-before (length (test-found test-definition)))
           (test-type ["C-x o"] ["M-g g"] "4" ["RET"] ["C-e"] ["C-b"] ["C-b"] ["C-b"]
                      ["M-x"] "eglot-code-actions" ["RET"])))
   (list "code actions are offered"
         (lambda () (and (active-minibuffer-window)
                         (with-current-buffer (window-buffer (active-minibuffer-window))
                           (string-match-p "Pick an action" (buffer-string)))))
         (lambda () (test-type "Change" ["TAB"] ["RET"])))
   (list "the title is changed"
         (lambda () (equal (test-line test-definition 4) "    \"title\": \"Contoso Tickets\","))
         #'ignore)
   (list "the finding of the title is gone and the others stay"
         (lambda () (and (= 0 (test-count test-definition "4 info-title-no-restricted-words"))
                         (= 1 (test-count test-definition "13 host-valid"))
                         (= (1- test-before) (length (test-found test-definition)))))
         (lambda ()
           (test-type ["M-<"] ["M-x"] "replace-string" ["RET"]
                      "\"ListTickets\"" ["RET"] "\"ListAllTickets\"" ["RET"])))
   (list "the other file has a finding because of it"
         (lambda () (= 2 (test-count test-properties "27 policy-operation-exists")))
         (lambda () (test-type ["C-x C-s"])))
   (list "the definition is saved"
         (lambda () (not (buffer-modified-p (get-file-buffer test-definition))))
         (lambda () (test-note "end") (kill-emacs 0))))
  "What to wait for, in words and as a function, and what to do then.")

(defvar test-since (float-time) "When the last step was done.")

(defun test-advance ()
  (pcase-let ((`(,what ,condition ,action) (car test-steps)))
    (condition-case reason
        (if (funcall condition)
            (progn
              (setq test-steps (cdr test-steps) test-since (float-time))
              (funcall action))
          (when (> (- (float-time) test-since) 15) (error "This did not happen: %s" what)))
      (error
       (test-note "failed" (error-message-string reason))
       (dolist (path (list test-definition test-properties))
         (test-note path (string-join (test-found path) ", ")))
       (test-note (with-current-buffer (messages-buffer) (buffer-string)))
       (kill-emacs 1)))))

(run-with-timer 0.2 0.1 #'test-advance)
;;; emacs.el ends here
