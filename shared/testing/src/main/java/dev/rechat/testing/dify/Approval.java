package dev.rechat.testing.dify;

/** A draft that a person approves of or rejects. */
final class Approval {

    private Approval() {}

    static Script english(String request) {
        return Script.answer("Draft: ", "“" + request + "”", "\n\n").form(HumanForm.approval(), Approval::english);
    }

    static Script chinese(String request) {
        return Script.answer("草稿：", "“" + request + "”", "\n\n").form(HumanForm.approval(), Approval::chinese);
    }

    static Script english(FormAnswer answer) {
        if (answer.timedOut()) {
            return Script.answer("Nobody has ", "answered in time.");
        }
        boolean approved = answer.action().equals("approve");
        return Script.answer(approved ? "Approved. " : "Rejected. ", "Remark: ", answer.text("remark"));
    }

    private static Script chinese(FormAnswer answer) {
        if (answer.timedOut()) {
            return Script.answer("没有人", "及时答复。");
        }
        boolean approved = answer.action().equals("approve");
        return Script.answer(approved ? "已批准。" : "已拒绝。", "备注：", answer.text("remark"));
    }
}
