package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.JsonNode;

/** A form with a field of every kind and a button of every style. */
final class EveryField {

    private EveryField() {}

    static HumanForm form() {
        return HumanForm.of("Trip request / 出差申请", """
                        ## Where to?

                        Please look over what I have **noted**, and send it or give it back.

                        {{#$output.reason#}}

                        Remarks: {{#$output.remarks#}}

                        Class: {{#$output.class#}}

                        Ticket: {{#$output.ticket#}}

                        Receipts: {{#$output.receipts#}}
                        """)
                .with(
                        FormField.paragraph("reason", "Visit of the office in 上海."),
                        FormField.paragraph("remarks", ""),
                        FormField.select("class", "First class", "Second class", "经济舱"),
                        FormField.file("ticket"),
                        FormField.files("receipts", 3))
                .answeredBy(
                        new FormAction("approve", "Approve", "primary"),
                        new FormAction("later", "Decide later", "default"),
                        new FormAction("escalate", "Ask the boss", "accent"),
                        new FormAction("reject", "Reject", "ghost"));
    }

    static Script answered(FormAnswer answer) {
        if (answer.timedOut()) {
            return Script.answer("Nobody has ", "answered in time.");
        }
        StringBuilder told = new StringBuilder("Action: **" + answer.action() + "**\n\n");
        answer.inputs()
                .properties()
                .forEach(entry -> told.append("- ")
                        .append(entry.getKey())
                        .append(": ")
                        .append(said(entry.getValue()))
                        .append('\n'));
        return Showpieces.spoken(told.toString(), 8);
    }

    private static String said(JsonNode value) {
        if (value.isArray()) {
            return value.size() + " files";
        }
        return value.isObject() ? "a file" : value.asText();
    }
}
