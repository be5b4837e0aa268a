package dev.rechat.local.doctor.dify;

import dev.rechat.conversations.probe.DifyProblems;
import dev.rechat.conversations.probe.Finding;
import dev.rechat.conversations.probe.ProbeStep;
import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyAppDescription;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyParameters;
import dev.rechat.dify.payload.SystemParameters;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.local.doctor.timing.Lengths;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether Dify takes the keys, what the app is, and what it allows. */
final class AppLook {

    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final int MEGABYTE = 1024 * 1024;

    private final DifyClient client;
    private final int maxFileBytes;
    private final Sheet sheet;

    /** @param maxFileBytes the largest file that people may send through ReChat */
    AppLook(DifyClient client, int maxFileBytes, Sheet sheet) {
        this.client = client;
        this.maxFileBytes = maxFileBytes;
        this.sheet = sheet;
    }

    /** The app, when it can be asked. */
    Optional<AnsweringApp> look(DifyApp app, @Nullable String expectedMode) {
        spare(app);
        DifyApp first = new DifyApp(app.baseUrl(), app.key());
        long begun = System.nanoTime();
        try {
            DifyAppDescription told = client.info(first);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            sheet.ok("key", "Dify takes it");
            if (!usable(told, expectedMode)) {
                return Optional.empty();
            }
            app(told, took);
            DifyParameters parameters = client.parameters(first);
            files(parameters.systemParameters());
            return Optional.of(new AnsweringApp(first, told.mode(), parameters));
        } catch (DifyException failed) {
            fail(DifyProblems.of(failed, ProbeStep.INFO));
            return Optional.empty();
        }
    }

    private void spare(DifyApp app) {
        DifyApiKey spare = app.spareKey();
        if (spare == null) {
            return;
        }
        try {
            client.info(new DifyApp(app.baseUrl(), spare));
            sheet.ok("spare-key", "Dify takes it");
        } catch (DifyException failed) {
            sheet.warning(
                    "spare-key",
                    Code.SPARE_KEY_REFUSED,
                    "the spare key does not work: "
                            + DifyProblems.of(failed, ProbeStep.INFO).message(),
                    "make a new key in Dify and store it as the spare key, or remove it");
        }
    }

    private boolean usable(DifyAppDescription told, @Nullable String expectedMode) {
        if (told.mode() == DifyMode.UNKNOWN) {
            sheet.problem(
                    "app",
                    Code.MODE_UNSUPPORTED,
                    "the app is of a kind that ReChat does not know",
                    "use a chat, agent, chatflow, completion or workflow app");
            return false;
        }
        if (expectedMode != null && !told.mode().wireName().equals(expectedMode)) {
            sheet.problem(
                    "app",
                    Code.MODE_CHANGED,
                    "the app is of mode %s in Dify and was %s when it was added"
                            .formatted(told.mode().wireName(), expectedMode),
                    "give its key again in ReChat's administration to use it as it is");
            return false;
        }
        return true;
    }

    private void app(DifyAppDescription told, Duration took) {
        String text = "'%s', %s, told in %s".formatted(told.name(), told.mode().wireName(), Lengths.of(took));
        if (took.compareTo(SLOW) > 0) {
            sheet.warning(
                    "app",
                    Code.SLOW,
                    text,
                    "Dify's api is short of workers or processor, or far away; every question waits that long first");
        } else {
            sheet.ok("app", text);
        }
    }

    private void files(SystemParameters limits) {
        Integer allowed = limits.fileSizeLimit();
        int ours = maxFileBytes / MEGABYTE;
        if (allowed != null && allowed < ours) {
            sheet.note(
                    "files",
                    Code.FILES_SMALLER,
                    "Dify takes documents up to %d MB, ReChat lets people send %d MB".formatted(allowed, ours),
                    "raise UPLOAD_FILE_SIZE_LIMIT in Dify, or lower RECHAT_FILES_MAX_BYTES");
        } else if (allowed != null) {
            sheet.ok("files", "Dify takes documents up to %d MB, ReChat sends up to %d MB".formatted(allowed, ours));
        }
    }

    private void fail(Finding finding) {
        Code code = Code.of(finding.code());
        sheet.problem(finding.step() == ProbeStep.KEY ? "key" : "app", code, finding.message(), advice(code));
    }

    private static String advice(Code code) {
        return switch (code) {
            case KEY_REFUSED -> "make a key in Dify under the app's API access, and give it whole";
            case SWITCHED_OFF -> "switch the Backend Service API on in Dify's overview of the app";
            case NOT_PUBLISHED -> "publish the app in Dify (a draft does not answer the API)";
            case BUSY -> "raise APP_MAX_ACTIVE_REQUESTS or the app's own limit in Dify, or ask later";
            case NO_ANSWER -> "look at the log of Dify's api; is its database or Redis away?";
            case DIFY_FAILED -> "look at the log of Dify's api for the error";
            case CUT_OFF -> "look at the logs of the proxies between, and of Dify's api";
            default -> "give the base URL that Dify shows under the app's API access";
        };
    }
}
