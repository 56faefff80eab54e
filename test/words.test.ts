import { expect, test } from "vitest";
import { pascalCase, sentenceCase, titleCase } from "../rulesets/words.js";

test.each([
  ["ticketId", "Ticket ID", "Ticket ID", "TicketId"],
  ["ticket_ids", "Ticket IDs", "Ticket IDs", "TicketIds"],
  ["userIDs", "User IDs", "User IDs", "UserIDs"],
  ["X-API-Key", "X API Key", "X API key", "XAPIKey"],
  ["LIST_OPEN_TICKETS", "List Open Tickets", "List open tickets", "ListOpenTickets"],
  [
    "GetXMLFileOfTicket_V2",
    "Get XML File of Ticket V2",
    "Get XML file of ticket V2",
    "GetXMLFileOfTicketV2",
  ],
  ["filter[createdAt]", "Filter Created At", "Filter created at", "FilterCreatedAt"],
  ["$top", "Top", "Top", "Top"],
  ["page2size", "Page2size", "Page2size", "Page2size"],
  ["$", "", "", ""],
])("%s", (name, title, sentence, pascal) => {
  expect([titleCase(name), sentenceCase(name), pascalCase(name)]).toEqual([
    title,
    sentence,
    pascal,
  ]);
});
