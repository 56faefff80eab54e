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

(defvar test-client (getenv "CLIENT") "`eglot' or `lsp-mode'.")

(defun test-by-client (eglot lsp-mode) (if (equal test-client "eglot") eglot lsp-mode))

(defun test-shown (path)
  "What Flymake shows in the buffer of the file at PATH."
  (when-let ((buffer (get-file-buffer path)))
    (with-current-buffer buffer (flymake-diagnostics))))

(defun test-found (path)
  "All findings in the file at PATH, each as `line rule'.
lsp-mode hands them to Flymake for the buffer that is worked in, without their rules; its list has them all."
  (if (equal test-client "eglot")
      (mapcar (lambda (each)
                (let ((text (flymake-diagnostic-text each)))
                  (format "%d %s"
                          (with-current-buffer (get-file-buffer path)
                            (line-number-at-pos (flymake-diagnostic-beg each)))
                          (if (string-match "\\[\\([a-z-]+\\)\\]" text) (match-string 1 text) text))))
              (test-shown path))
    (mapcar (lambda (each)
              (let ((start (lsp-get (lsp-get each :range) :start)))
                (format "%d %s" (1+ (lsp-get start :line)) (lsp-get each :code))))
            (when-let ((buffer (get-file-buffer path)))
              (with-current-buffer buffer (gethash path (lsp-diagnostics t)))))))

(defun test-count (path finding)
  (cl-count finding (test-found path) :test #'equal))

(defun test-line (path number)
  (with-current-buffer (get-file-buffer path)
    (save-excursion
      (goto-char (point-min))
      (forward-line (1- number))
      (buffer-substring (line-beginning-position) (line-end-position)))))

(defun test-asks (words)
  "Whether a question with WORDS stands in the minibuffer."
  (and (active-minibuffer-window)
       (with-current-buffer (window-buffer (active-minibuffer-window))
         (string-match-p words (buffer-string)))))

(defun test-offers (name)
  "Whether NAME is among the completions that are shown."
  (when-let ((window (get-buffer-window "*Completions*")))
    (with-current-buffer (window-buffer window)
      (save-excursion (goto-char (point-min)) (search-forward name nil t)))))

(defvar test-address nil "The address that was opened in the browser last.")
(setq browse-url-browser-function (lambda (url &rest _) (setq test-address url)))

(defun test-lens ()
  "The words of the lens of the first operation of the definition."
  (with-current-buffer (get-file-buffer test-definition)
    (cl-some (lambda (overlay)
               (let ((words (or (overlay-get overlay 'before-string)
                                (overlay-get overlay 'after-string))))
                 (and words (string-match-p "action · 1 input" words) words)))
             (overlays-in (point-min) (point-max)))))

(defun test-click-lens ()
  (interactive)
  (let ((words (test-lens)))
    (call-interactively
     (lookup-key (get-text-property (string-match "action" words) 'local-map words) [mouse-1]))))

(defun test-colored (path)
  "Whether a name in the file at PATH has a face that the server gave it.
lsp-mode asks for those of the whole file a while after those of what is shown."
  (with-current-buffer (get-file-buffer path)
    (unless (plist-get (bound-and-true-p lsp--semantic-tokens-cache) :_ranged)
      (cl-loop for place = (point-min) then (next-single-property-change place 'face)
               while place
               thereis (cl-some (lambda (face) (string-prefix-p "lsp-face-semhl-" (format "%s" face)))
                                (ensure-list (get-text-property place 'face)))))))

(defvar test-before nil "How many findings the definition had before the fix.")

(defvar test-steps
  (list
   (list "Emacs waits for keys" (lambda () t)
         (lambda ()
           (test-note "version" "Emacs" emacs-version "with" test-client
                      (package-version-join
                       (package-desc-version (cadr (assq (intern test-client) package-alist)))))
           (test-type ["C-x C-f"] test-definition ["RET"])))
   (list "lsp-mode asks for the root, and eglot nothing"
         (lambda () (or (equal test-client "eglot")
                        (string-match-p "not part of any project" (or (current-message) ""))))
         (lambda () (unless (equal test-client "eglot") (test-type "i"))))
   (list "the definition is looked after"
         (lambda () (when-let ((buffer (get-file-buffer test-definition)))
                      (buffer-local-value 'flymake-mode buffer)))
         ;; Flymake, turned on by a command that has just ended, shows nothing before the next one.
         (lambda () (test-type ["C-f"])))
   (list "findings in the definition"
         (lambda () (= 1 (test-count test-definition "4 info-title-no-restricted-words")))
         #'ignore)
   (list "names are colored, where names are colored"
         (lambda () (or (equal test-client "eglot") (test-colored test-definition)))
         (lambda () (test-type ["C-x 4 C-f"] test-properties ["RET"])))
   (list "findings in the properties"
         (lambda () (and (= 1 (test-count test-properties "14 icon-brand-color-default"))
                         (= 1 (test-count test-properties "27 policy-operation-exists"))
                         (cl-every (lambda (path)
                                     (= (length (test-shown path)) (length (test-found path))))
                                   (list test-definition test-properties))))
         (lambda ()
           (dolist (path (list test-definition test-properties))
             (dolist (finding (test-found path))
               (test-note "found" (concat (file-name-nondirectory path) ":" finding))))
           (test-type ["M-x"] "connector-preview" ["RET"])))
   (list "the preview is opened"
         (lambda () (and test-address (string-match-p "^http://127\\.0\\.0\\.1:" test-address)))
         (lambda () (test-type ["C-x o"])))
   (list "lenses tell of operations, where there are lenses"
         (lambda () (or (equal test-client "eglot") (test-lens)))
         (lambda () (unless (equal test-client "eglot") (test-type ["M-x"] "test-click-lens" ["RET"]))))
   (list "a lens leads to the places that it counts"
         (lambda () (or (equal test-client "eglot") (get-buffer-window "*xref*")))
         (lambda ()
           (unless (equal test-client "eglot") (test-type ["q"]))
           (setq test-before (length (test-found test-definition)))
           (test-type ["M-g g"] "4" ["RET"] ["C-e"] ["C-b"] ["C-b"] ["C-b"]
                      ["M-x"] (test-by-client "eglot-code-actions" "lsp-execute-code-action") ["RET"])))
   (list "code actions are offered"
         (lambda () (test-asks (test-by-client "Pick an action" "Select code action")))
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
         (lambda ()
           (test-type ["C-x o"] ["M-<"] ["C-s"] "ListTickets" ["RET"] ["M-DEL"] "List" ["C-M-i"])))
   (list "the operations with these letters are offered"
         (lambda () (and (test-offers "ListAllTickets") (test-offers "ListQueues")))
         (lambda () (test-type "All" ["C-M-i"])))
   (list "the finding is gone with the name that was completed"
         (lambda () (= 1 (test-count test-properties "27 policy-operation-exists")))
         (lambda () (test-type ["C-b"] ["M-."])))
   (list "the cursor is where the operation is defined"
         (lambda () (and (equal (buffer-file-name (window-buffer)) test-definition)
                         (with-current-buffer (window-buffer) (= 21 (line-number-at-pos)))))
         (lambda ()
           (test-type ["M-x"] (test-by-client "eldoc-doc-buffer" "lsp-describe-thing-at-point") ["RET"])))
   (list "the operation is described"
         (lambda ()
           (cl-some (lambda (window)
                      (with-current-buffer (window-buffer window)
                        (and (string-match-p "eldoc\\|help" (buffer-name))
                             (string-match-p "Returns the tickets that match" (buffer-string)))))
                    (window-list)))
         (lambda () (test-type ["M-x"] (test-by-client "eglot-rename" "lsp-rename") ["RET"])))
   (list "a new name is asked for"
         (lambda () (test-asks "Rename .* to: "))
         ;; lsp-mode has the old name there already.
         (lambda () (test-type (test-by-client "" ["C-a C-k"]) "FindTickets" ["RET"])))
   (list "the operation is renamed in both files"
         (lambda () (and (string-search "\"FindTickets\"" (test-line test-definition 21))
                         (string-search "\"FindTickets\"" (test-line test-properties 27))))
         (lambda () (test-type ["C-x s"] "!")))
   (list "both files are saved"
         (lambda () (not (or (buffer-modified-p (get-file-buffer test-definition))
                             (buffer-modified-p (get-file-buffer test-properties)))))
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
