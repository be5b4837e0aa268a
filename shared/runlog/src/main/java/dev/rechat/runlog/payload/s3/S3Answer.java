package dev.rechat.runlog.payload.s3;

import dev.rechat.runlog.RunLogUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a store of objects answered, and what that means in words for operators. */
record S3Answer(int status, byte[] body) {

    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9.]{1,64})</Code>");
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final int GONE = 404;

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** That there is no such object; where there is no such bucket, nothing has been looked for. */
    boolean isMissing() {
        return status == GONE && !code().equals("NoSuchBucket");
    }

    /** Whether the same request may go well a little later. */
    boolean mayPass() {
        return PASSING.contains(status) || code().equals("RequestTimeout");
    }

    RunLogUnavailableException refusal() {
        String what = switch (status) {
            case 301, 307, 400 -> "the store of payloads refused a request; is it in this region?";
            case 403 -> "the store of payloads denies a right, or does not accept who asks";
            case GONE -> "the bucket of payloads is not there";
            default -> "the store of payloads does not do what it is asked";
        };
        return new RunLogUnavailableException(what + " (" + (status + " " + code()).strip() + ")", null);
    }

    /** S3's own word for what is wrong; nothing else of an answer is told, for it may quote names and keys. */
    private String code() {
        if (isSuccess()) {
            return "";
        }
        Matcher code = CODE.matcher(new String(body, StandardCharsets.UTF_8));
        return code.find() ? code.group(1) : "";
    }
}
