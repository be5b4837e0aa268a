package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What the simulator says when no test tells it what to say: something worth looking at, about the question. */
final class DemoAnswer {

    private static final int PIECE = 4;

    private DemoAnswer() {}

    static Script script(AppState state, GenerationRequest request) {
        boolean chinese = request.text().codePoints().anyMatch(DemoAnswer::isHan);
        Script script = Script.empty();
        if (request.app().mode() == AppMode.AGENT_CHAT) {
            script = script.text(chinese ? "让我查一下时间。\n\n" : "Let me look at the clock first.\n\n")
                    .thought(
                            chinese ? "我需要当前时间。" : "I need the current time.",
                            "current_time",
                            "{\"current_time\": {\"format\": \"%H:%M\"}}",
                            "{\"current_time\": \"09:41\"}");
        }
        if (request.app().approved()) {
            return chinese ? Approval.chinese(request.text()) : Approval.english(request.text());
        }
        List<Message> earlier = state.messagesOf(request.conversationId()).stream()
                .filter(message -> message.user().equals(request.user()))
                .toList();
        for (String piece : pieces(chinese ? chinese(request, earlier) : english(request, earlier))
                .toList()) {
            script = script.text(piece);
        }
        return script;
    }

    private static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    private static String english(GenerationRequest request, List<Message> earlier) {
        String memory = earlier.isEmpty()
                ? "This is the first message of our conversation."
                : "This is message %d of our conversation; before it you asked “%s”."
                        .formatted(earlier.size() + 1, earlier.getLast().query());
        return """
                You asked: “%s”

                %s

                I am the **Dify simulator**, playing an app in `%s` mode:

                1. nothing leaves this machine,
                2. every answer streams as a real app would stream it,
                3. a question such as `!error` or `!long 2000` shows what can go wrong.
                """.formatted(
                                request.text(),
                                request.app().mode().converses() ? memory : "I keep no conversation.",
                                request.app().mode().wireName())
                + filledIn("You filled in:", request);
    }

    private static String chinese(GenerationRequest request, List<Message> earlier) {
        String memory = earlier.isEmpty()
                ? "这是我们对话的第一条消息。"
                : "这是我们对话的第 %d 条消息；上一条您问的是“%s”。"
                        .formatted(earlier.size() + 1, earlier.getLast().query());
        return """
                您问：“%s”

                %s

                我是 **Dify 模拟器**，正在扮演一个 `%s` 模式的应用：

                1. 数据不会离开这台机器；
                2. 每个回答都像真实应用一样流式输出；
                3. 输入 `!error` 或 `!long 2000` 可以看看出错时的样子。
                """.formatted(
                                request.text(),
                                request.app().mode().converses() ? memory : "我不保存对话。",
                                request.app().mode().wireName())
                + filledIn("您填写了：", request);
    }

    /** What was filled into the app's form. */
    private static String filledIn(String heading, GenerationRequest request) {
        StringBuilder list = new StringBuilder();
        for (InputField field : request.app().inputs()) {
            JsonNode value = request.inputs().path(field.variable());
            if (!value.isMissingNode() && !value.isNull()) {
                list.append("- **")
                        .append(field.label())
                        .append("**: ")
                        .append(said(value))
                        .append('\n');
            }
        }
        return list.isEmpty() ? "" : "\n" + heading + "\n\n" + list;
    }

    private static String said(JsonNode value) {
        if (value.has("transfer_method")) {
            return "a file";
        }
        return value.isArray() ? value.size() + " files" : value.isObject() ? "`" + value + "`" : value.asText();
    }

    private static Stream<String> pieces(String text) {
        int[] codePoints = text.codePoints().toArray();
        return Stream.iterate(0, at -> at < codePoints.length, at -> at + PIECE)
                .map(at -> new String(codePoints, at, Math.min(PIECE, codePoints.length - at)));
    }
}
