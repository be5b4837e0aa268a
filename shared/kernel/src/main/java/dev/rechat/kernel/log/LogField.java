package dev.rechat.kernel.log;

/** The keys of structured log lines. Values are ids, numbers and codes; never a token, a prompt, an answer or an address. */
public final class LogField {

    public static final String TIME = "time";
    public static final String LEVEL = "level";
    public static final String LOGGER = "logger";
    public static final String MESSAGE = "message";
    /** The name of the Lambda function; {@code local} elsewhere. */
    public static final String FUNCTION = "function";
    /** The class of what was thrown. */
    public static final String EXCEPTION = "exception";

    public static final String STACK = "stack";
    public static final String REQUEST_ID = "request_id";
    public static final String METHOD = "method";
    /** The template of the route ({@code /conversations/{id}}), so that lines can be grouped. */
    public static final String ROUTE = "route";

    public static final String STATUS = "status";
    public static final String CODE = "code";
    public static final String DURATION_MS = "duration_ms";
    public static final String USER_ID = "user_id";
    public static final String SESSION_ID = "session_id";
    public static final String APP_ID = "app_id";
    public static final String CONVERSATION_ID = "conversation_id";
    public static final String TURN_ID = "turn_id";
    public static final String DIFY_TASK_ID = "dify_task_id";
    /** Of the W3C trace context that a request brought, or that was made for it. */
    public static final String TRACE_ID = "trace_id";

    private LogField() {}
}
