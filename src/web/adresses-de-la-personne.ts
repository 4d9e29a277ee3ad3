/** What stands in an address for a thing that has no id of its own. */
export const SANS_ID = "nouveau";

/** Where the questions are answered. */
export const QUESTIONNAIRE = "/mon-bilan/questionnaire";
