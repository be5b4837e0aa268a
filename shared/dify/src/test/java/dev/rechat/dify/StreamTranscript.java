package dev.rechat.dify;

import dev.rechat.dify.StreamProgress.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Streams as Dify sends them, the events they must be read as, and how they must end. What is named ENDLESS stands for a
 * server that holds the connection: reading on would block.
 */
enum StreamTranscript {
    CHAT(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(message("Hel"), message("lo"), messageEnd()),
            "message Hel",
            "message lo",
            "message end"),
    CHAT_REPLACED_BY_MODERATION(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(message("bad"), "{'event':'message_replace','answer':'No.','reason':''}", messageEnd()),
            "message bad",
            "replace No.",
            "message end"),
    COMPLETION(Kind.MESSAGE, End.ENDLESS, lines(message("text"), messageEnd()), "message text", "message end"),
    CHAT_PINGED_WHILE_THE_MODEL_THINKS(
            Kind.MESSAGE,
            End.ENDLESS,
            ping() + ping() + lines(message("a")) + ping() + lines(messageEnd()),
            "ping",
            "ping",
            "message a",
            "ping",
            "message end"),
    AGENT_CHAT(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(
                    thought("t1"),
                    agent("Let"),
                    agent(" me"),
                    thought("t1"),
                    file(),
                    thought("t1"),
                    agent(" see"),
                    messageEnd()),
            "thought t1",
            "agent Let",
            "agent  me",
            "thought t1",
            "file https://files/1.png",
            "thought t1",
            "agent  see",
            "message end"),
    AGENT_REPEATS_THE_WHOLE_ANSWER(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(agent("Hel"), agent("lo"), message("Hello"), messageEnd()),
            "agent Hel",
            "agent lo",
            "repeated Hello",
            "message end"),
    AGENT_THAT_SENDS_NO_PIECES(
            Kind.MESSAGE, End.ENDLESS, lines(message("Hello"), messageEnd()), "message Hello", "message end"),
    TEXT_NAMED_MESSAGE_FILE(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(
                    file(),
                    "{'event':'message_file','id':'m','answer':'Hel'}",
                    "{'event':'message_file','id':'m','answer':'lo'}",
                    messageEnd()),
            "file https://files/1.png",
            "message Hel",
            "message lo",
            "message end"),
    CHATFLOW_FROM_1_13(
            Kind.MESSAGE,
            End.ENDLESS,
            ping() + lines(started(), node(), message("Hi"), nodeDone(), messageEnd(), finished("succeeded")),
            "ping",
            "run started",
            "node n",
            "message Hi",
            "node n succeeded",
            "message end",
            "run succeeded"),
    CHATFLOW_TO_1_12(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(started(), node(), message("Hi"), nodeDone(), finished("succeeded"), messageEnd()),
            "run started",
            "node n",
            "message Hi",
            "node n succeeded",
            "run succeeded",
            "message end"),
    CHATFLOW_ANSWERED_BY_ANNOTATION(
            Kind.MESSAGE,
            End.ENDLESS,
            ping() + lines(message("stored"), messageEnd()),
            "ping",
            "message stored",
            "message end"),
    CHATFLOW_FAILED_FROM_1_13(
            Kind.MESSAGE,
            End.CLOSED,
            lines(started(), node(), finished("failed")),
            "run started",
            "node n",
            "run failed"),
    CHATFLOW_FAILED_TO_1_12(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(started(), finished("failed"), "{'event':'error','code':'invalid_param','status':400,'message':'x'}"),
            "run started",
            "run failed",
            "error invalid_param 400"),
    CHATFLOW_STOPPED_FROM_1_13(
            Kind.MESSAGE,
            End.CLOSED,
            lines(started(), message("Hi"), finished("stopped")),
            "run started",
            "message Hi",
            "run stopped"),
    CHATFLOW_STOPPED_TO_1_12(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(started(), message("Hi"), finished("stopped"), messageEnd()),
            "run started",
            "message Hi",
            "run stopped",
            "message end"),
    CHATFLOW_CUT_AFTER_ITS_ANSWER_WAS_COMPLETE(
            Kind.MESSAGE,
            End.CLOSED,
            lines(started(), message("Hi"), messageEnd()),
            "run started",
            "message Hi",
            "message end"),
    CHATFLOW_RESET_AFTER_ITS_ANSWER_WAS_COMPLETE(
            Kind.MESSAGE,
            End.RESET,
            lines(started(), message("Hi"), messageEnd()),
            "run started",
            "message Hi",
            "message end"),
    CHATFLOW_PAUSED(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(started(), "{'event':'human_input_required','data':{}}", "{'event':'workflow_paused','data':{}}"),
            "run started",
            "form",
            "run paused"),
    WORKFLOW(
            Kind.WORKFLOW,
            End.ENDLESS,
            ping() + lines(started(), node(), text("a"), text("b"), nodeDone(), finished("succeeded")),
            "ping",
            "run started",
            "node n",
            "text a",
            "text b",
            "node n succeeded",
            "run succeeded"),
    WORKFLOW_FAILED(Kind.WORKFLOW, End.ENDLESS, lines(started(), finished("failed")), "run started", "run failed"),
    WORKFLOW_PAUSED(
            Kind.WORKFLOW,
            End.ENDLESS,
            lines(started(), "{'event':'workflow_paused','data':{}}"),
            "run started",
            "run paused"),
    RUN_THAT_IS_OVER(
            Kind.RUN,
            End.ENDLESS,
            "data: {\"event\": \"workflow_finished\", \"task_id\": \"r\", \"data\": {\"status\": \"succeeded\","
                    + " \"outputs\": {\"answer\": \"\\u00e4\"}}}\n\n",
            "run succeeded"),
    RUN_FOLLOWED_FROM_ITS_MIDDLE(
            Kind.RUN,
            End.ENDLESS,
            ping() + lines(message("lo"), nodeDone(), messageEnd(), finished("succeeded")),
            "ping",
            "message lo",
            "node n succeeded",
            "message end",
            "run succeeded"),
    RUN_FOLLOWED_AFTER_ITS_MESSAGE_END(Kind.RUN, End.ENDLESS, lines(finished("succeeded")), "run succeeded"),
    RUN_WITH_A_SNAPSHOT(
            Kind.RUN,
            End.ENDLESS,
            lines(
                    started(),
                    "{'event':'message_replace','answer':'Hel','reason':''}",
                    node(),
                    message("lo"),
                    nodeDone(),
                    messageEnd(),
                    finished("succeeded")),
            "run started",
            "replace Hel",
            "node n",
            "message lo",
            "node n succeeded",
            "message end",
            "run succeeded"),
    RUN_THAT_WAITS_WITH_A_SNAPSHOT(
            Kind.RUN,
            End.ENDLESS,
            lines(
                    started(),
                    "{'event':'message_replace','answer':'Hel','reason':''}",
                    "{'event':'human_input_required','data':{'form_token':'f'}}",
                    "{'event':'workflow_paused','data':{}}"),
            "run started",
            "replace Hel",
            "form",
            "run paused"),
    RUN_RESUMED_BY_A_FORM(
            Kind.RUN,
            End.ENDLESS,
            lines(
                    "{'event':'workflow_started','workflow_run_id':'r','data':{'id':'r','reason':'resumption'}}",
                    "{'event':'human_input_form_filled','data':{'action_id':'yes'}}",
                    message("Hi"),
                    messageEnd(),
                    finished("succeeded")),
            "run started",
            "form filled",
            "message Hi",
            "message end",
            "run succeeded"),
    RUN_RESUMED_BY_A_TIMEOUT_THAT_WAITS_AGAIN(
            Kind.RUN,
            End.ENDLESS,
            lines(
                    started(),
                    "{'event':'human_input_form_timeout','data':{'node_id':'n'}}",
                    "{'event':'human_input_required','data':{}}",
                    "{'event':'workflow_paused','data':{}}"),
            "run started",
            "form timeout",
            "form",
            "run paused"),
    RUN_CUT_WHILE_FOLLOWED(Kind.RUN, End.CUT, ping() + lines(message("a")), "ping", "message a"),
    RUN_CUT_BEFORE_ANYTHING(Kind.RUN, End.CUT_BY_RESET, ping(), "ping"),
    RUN_CUT_AFTER_ITS_ANSWER_WAS_COMPLETE(
            Kind.RUN, End.RESET, lines(message("Hi"), messageEnd()), "message Hi", "message end"),
    ERROR_OF_A_WORKER_WITHOUT_CODE_AND_TASK(
            Kind.MESSAGE,
            End.ENDLESS,
            ping() + lines("{'event':'error','message':'x','status':500}"),
            "ping",
            "error null 500"),
    ERROR_HELD_OPEN_BY_THE_SERVER(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(message("a"), "{'event':'error','code':'completion_request_error','status':400,'message':'x'}"),
            "message a",
            "error completion_request_error 400"),
    AUDIO_FOLLOWED_ONCE_IT_HAS_BEGUN(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(message("a"), audio("YQ=="), messageEnd(), audio("Yg=="), "{'event':'tts_message_end','audio':''}"),
            "message a",
            "audio YQ==",
            "message end",
            "audio Yg==",
            "audio end"),
    AUDIO_CUT_AFTER_THE_ANSWER_WAS_COMPLETE(
            Kind.MESSAGE,
            End.RESET,
            lines(audio("YQ=="), messageEnd(), audio("Yg==")),
            "audio YQ==",
            "message end",
            "audio Yg=="),
    AUDIO_THAT_ENDED_BEFORE_THE_ANSWER(
            Kind.MESSAGE,
            End.ENDLESS,
            lines(audio("YQ=="), "{'event':'tts_message_end'}", messageEnd()),
            "audio YQ==",
            "audio end",
            "message end"),
    NOTHING_AFTER_THE_END_IS_DELIVERED(Kind.MESSAGE, End.ENDLESS, lines(messageEnd(), message("late")), "message end"),
    UNKNOWN_EVENTS_PASS(
            Kind.WORKFLOW,
            End.ENDLESS,
            lines("{'event':'parallel_branch_started','data':{'x':1}}", finished("succeeded")),
            "unknown parallel_branch_started",
            "run succeeded"),
    CUT_BEFORE_ANYTHING(Kind.MESSAGE, End.CUT, ""),
    CUT_AFTER_PING(Kind.MESSAGE, End.CUT, ping(), "ping"),
    CUT_WITHIN_THE_ANSWER(
            Kind.MESSAGE, End.CUT, lines(message("a")) + "data: {'event':'mess".replace('\'', '"'), "message a"),
    RESET_WITHIN_THE_ANSWER(Kind.MESSAGE, End.CUT_BY_RESET, lines(started(), message("a")), "run started", "message a"),
    CUT_WITHIN_A_RUN(Kind.WORKFLOW, End.CUT, lines(started(), text("a")), "run started", "text a"),
    MALFORMED_JSON(Kind.MESSAGE, End.MALFORMED, lines(message("a"), "{'event':'message','answer':"), "message a"),
    NO_JSON(Kind.MESSAGE, End.MALFORMED, lines(message("a")) + "data: [DONE]\n\n", "message a"),
    JSON_WITHOUT_NAME(Kind.MESSAGE, End.MALFORMED, lines(message("a"), "{'answer':'b'}"), "message a"),
    JSON_OF_THE_WRONG_SHAPE(
            Kind.MESSAGE, End.MALFORMED, lines(message("a"), "{'event':'node_started','data':[1]}"), "message a"),
    TOO_LARGE(Kind.MESSAGE, End.MALFORMED, lines(message("a"), message("b".repeat(600))), "message a"),
    CHARACTERS_OF_ALL_LENGTHS(
            Kind.MESSAGE, End.ENDLESS, lines(message("aß€😀"), messageEnd()), "message aß€😀", "message end");

    /** How the connection ends after the last byte, and what is to come of it. */
    enum End {
        /** It does not; the events must make an orderly end. */
        ENDLESS,
        /** It closes, orderly. */
        CLOSED,
        /** It breaks; the events must make an orderly end all the same. */
        RESET,
        /** It closes, which is a cut. */
        CUT,
        /** It breaks, which is a cut. */
        CUT_BY_RESET,
        /** It does not; a malformed event ends the stream. */
        MALFORMED
    }

    private final Kind kind;
    private final End end;
    private final String text;
    private final List<String> outline;

    StreamTranscript(Kind kind, End end, String text, String... outline) {
        this.kind = kind;
        this.end = end;
        this.text = text;
        this.outline = List.of(outline);
    }

    Kind kind() {
        return kind;
    }

    End end() {
        return end;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    List<String> outline() {
        return outline;
    }

    private static String lines(String... events) {
        return String.join(
                "",
                Arrays.stream(events)
                        .map(e -> "data: " + e.replace('\'', '"') + "\n\n")
                        .toList());
    }

    private static String ping() {
        return "event: ping\n\n";
    }

    private static String messageEnd() {
        return "{'event':'message_end','id':'m','metadata':{},'files':null}";
    }

    private static String message(String answer) {
        return "{'event':'message','id':'m','answer':'" + answer + "'}";
    }

    private static String agent(String answer) {
        return "{'event':'agent_message','id':'m','answer':'" + answer + "'}";
    }

    private static String thought(String id) {
        return "{'event':'agent_thought','id':'" + id + "','position':1}";
    }

    private static String file() {
        return "{'event':'message_file','id':'f','type':'image','belongs_to':'assistant','url':'https://files/1.png'}";
    }

    private static String audio(String base64) {
        return "{'event':'tts_message','audio':'" + base64 + "'}";
    }

    private static String started() {
        return "{'event':'workflow_started','workflow_run_id':'r','data':{'id':'r'}}";
    }

    private static String node() {
        return "{'event':'node_started','data':{'node_id':'n'}}";
    }

    private static String nodeDone() {
        return "{'event':'node_finished','data':{'node_id':'n','status':'succeeded'}}";
    }

    private static String text(String text) {
        return "{'event':'text_chunk','data':{'text':'" + text + "','from_variable_selector':['n','text']}}";
    }

    private static String finished(String status) {
        return "{'event':'workflow_finished','workflow_run_id':'r','data':{'id':'r','status':'" + status + "'}}";
    }
}
