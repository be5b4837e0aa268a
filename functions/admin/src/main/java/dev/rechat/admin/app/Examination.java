package dev.rechat.admin.app;

import dev.rechat.admin.app.ConnectionTest.Step;
import dev.rechat.conversations.probe.Finding;
import dev.rechat.conversations.probe.ProbeStep;
import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyAppDescription;
import dev.rechat.kernel.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection test under way. */
final class Examination {

    private final DifyProbe dify;
    private final DifyApp app;
    private final @Nullable String expectedMode;
    private final Patience patience;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable DifyAppDescription description;
    private long latency;

    /** @param expectedMode null where any will do */
    Examination(DifyProbe dify, DifyApp app, @Nullable String expectedMode) {
        this.dify = dify;
        this.app = app;
        this.expectedMode = expectedMode;
        this.patience = dify.patience();
    }

    static ConnectionTest notAnAppKey() {
        Finding finding = new Finding(
                ProbeStep.KEY, AppKeys.NOT_OF_AN_APP, ErrorCode.VALIDATION_FAILED, AppKeys.NOT_OF_AN_APP_MESSAGE);
        return new ConnectionTest(false, List.of(Step.failed(finding)), null, null, 0);
    }

    ConnectionTest run() {
        boolean ok = passes();
        DifyAppDescription told = description;
        return new ConnectionTest(
                ok,
                steps,
                told == null ? null : told.name(),
                told == null ? null : told.mode().wireName(),
                TimeUnit.NANOSECONDS.toMillis(latency));
    }

    private boolean passes() {
        try {
            DifyApp working = keys();
            confirm();
            dify.parameters(working, patience);
            steps.add(Step.passed(ProbeStep.PARAMETERS));
            return true;
        } catch (ProbeFailedException failed) {
            fail(failed.finding());
            return false;
        }
    }

    /** Tries every key there is; the app with the one that Dify takes. */
    private DifyApp keys() {
        DifyApp first = with(app.key());
        DifyApiKey spareKey = app.spareKey();
        if (spareKey == null) {
            describe(first);
            passed(ProbeStep.KEY);
            return first;
        }
        DifyApp spare = with(spareKey);
        try {
            describe(first);
        } catch (ProbeFailedException refused) {
            if (refused.finding().step() != ProbeStep.KEY) {
                throw refused;
            }
            describe(spare);
            noted("first_key_refused", "Dify refuses the first key, and takes the spare key");
            return spare;
        }
        noteSpare(spare);
        return first;
    }

    private void noteSpare(DifyApp spare) {
        try {
            dify.info(spare, patience);
            noted("both_keys_work", "Dify takes both keys");
        } catch (ProbeFailedException failed) {
            if (failed.finding().step() == ProbeStep.KEY) {
                noted("spare_key_refused", "Dify takes the first key, and refuses the spare key");
            } else {
                noted("spare_key_unknown", "Dify takes the first key; the spare key could not be tried");
            }
        }
    }

    private void describe(DifyApp with) {
        long begun = System.nanoTime();
        try {
            description = dify.info(with, patience);
        } finally {
            latency = System.nanoTime() - begun;
        }
    }

    private void confirm() {
        DifyAppDescription told = description;
        if (told != null && expectedMode != null && !told.mode().wireName().equals(expectedMode)) {
            throw new ProbeFailedException(
                    new Finding(
                            ProbeStep.INFO,
                            "mode_changed",
                            ErrorCode.DIFY_PROTOCOL_ERROR,
                            "the app is of mode %s in Dify and was %s when it was added; give its key again to use it as it is"
                                    .formatted(told.mode().wireName(), expectedMode)),
                    null);
        }
        steps.add(Step.passed(ProbeStep.INFO));
    }

    private DifyApp with(DifyApiKey key) {
        return new DifyApp(app.baseUrl(), key, null, app.label());
    }

    private void passed(ProbeStep step) {
        passedBefore(step);
        steps.add(Step.passed(step));
    }

    private void noted(String code, String message) {
        passedBefore(ProbeStep.KEY);
        steps.add(Step.noted(ProbeStep.KEY, code, message));
    }

    private void fail(Finding finding) {
        passedBefore(finding.step());
        steps.add(Step.failed(finding));
    }

    /** Whoever comes to a step has got through those before it. */
    private void passedBefore(ProbeStep step) {
        for (ProbeStep earlier : ProbeStep.values()) {
            boolean known = steps.stream().anyMatch(done -> done.step().equals(earlier.code()));
            if (earlier.compareTo(step) < 0 && !known && applies(earlier)) {
                steps.add(Step.passed(earlier));
            }
        }
    }

    private boolean applies(ProbeStep step) {
        return step != ProbeStep.TLS || "https".equals(app.baseUrl().getScheme());
    }
}
