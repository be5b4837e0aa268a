package dev.rechat.testing.gateway;

import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.ResponseHead;
import dev.rechat.testing.lambda.Invocation;
import dev.rechat.testing.lambda.LambdaAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Passes what a function answers on to the client: as a whole, or each piece as it comes. */
final class Relay {

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    /** What a REST API does not let a function set under this name. */
    private static final Set<String> REMAPPED =
            Set.of("connection", "content-length", "date", "server", "www-authenticate");

    private static final Set<String> REMOVED = Set.of("transfer-encoding", "te", "trailer", "upgrade", "keep-alive");

    private final Exchange exchange;
    private final Invocation invocation;
    private final Duration timeout;
    private final Runnable answered;

    /** @param answered is called when the function has said all, before the client can know that */
    Relay(Exchange exchange, Invocation invocation, Duration timeout, Runnable answered) {
        this.exchange = exchange;
        this.invocation = invocation;
        this.timeout = timeout;
        this.answered = answered;
    }

    /** Returns when the answer has ended, or is no longer waited for. */
    void run() {
        Optional<LambdaAnswer> begun = invocation.begun(timeout);
        if (begun.isEmpty()) {
            Refusal.TIMED_OUT.answer(exchange);
            return;
        }
        LambdaAnswer answer = begun.get();
        if (answer.error() != null || (!answer.streaming() && !answer.complete())) {
            answered.run();
            Refusal.FUNCTION_FAILED.answer(exchange);
        } else if (!answer.streaming()) {
            answered.run();
            exchange.answer(head(answer), answer.body());
        } else {
            stream(head(answer));
        }
    }

    private void stream(ResponseHead head) {
        boolean bodiless = WITHOUT_BODY.contains(head.status());
        if (!bodiless) {
            exchange.open(head);
        }
        int index = 0;
        for (Optional<LambdaAnswer.Chunk> next = chunk(index); next.isPresent(); next = chunk(++index)) {
            if (!bodiless) {
                exchange.chunk(next.get().bytes());
            }
        }
        boolean whole = invocation
                .ended()
                .filter(end -> end.complete() && end.error() == null)
                .isPresent();
        answered.run();
        if (!whole) {
            exchange.cut();
        } else if (bodiless) {
            exchange.answer(head, new byte[0]);
        } else {
            exchange.finish();
        }
    }

    private Optional<LambdaAnswer.Chunk> chunk(int index) {
        return invocation.chunk(index, timeout);
    }

    private static ResponseHead head(LambdaAnswer answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.putAll(answer.multiValueHeaders());
        List<String> cookies = answer.setCookies();
        if (!cookies.isEmpty()) {
            headers.put("Set-Cookie", cookies);
        }
        Map<String, List<String>> passed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            String plain = name.toLowerCase(Locale.ROOT);
            if (!REMOVED.contains(plain)) {
                passed.put(REMAPPED.contains(plain) ? "x-amzn-Remapped-" + name : name, new ArrayList<>(values));
            }
        });
        passed.putIfAbsent("Content-Type", List.of("application/json"));
        return new ResponseHead(answer.status(), passed);
    }
}
