package dev.rechat.local.doctor.dify;

import dev.rechat.conversations.probe.DifyProblems;
import dev.rechat.conversations.probe.ProbeStep;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.DifyStream;
import dev.rechat.dify.DifyStreamCutException;
import dev.rechat.dify.DifyTimeoutException;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.local.doctor.timing.Arrivals;
import dev.rechat.local.doctor.timing.Delivery;
import dev.rechat.local.doctor.timing.Lengths;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks one question and looks at when its events come. */
final class StreamLook {

    private static final String CHECK = "stream";
    static final String UNBUFFER = "switch buffering off for text/event-stream in every proxy before Dify (nginx:"
            + " proxy_buffering off; or the header X-Accel-Buffering: no; no compression)";

    private final DifyClient client;
    private final Sheet sheet;

    StreamLook(DifyClient client, Sheet sheet) {
        this.client = client;
        this.sheet = sheet;
    }

    /** Whether there was an answer, held back or not. */
    boolean look(AnsweringApp app, DifyRequest question) {
        Arrivals arrivals = new Arrivals(System::nanoTime);
        Heard heard = new Heard();
        try (DifyStream stream = client.stream(app.app(), question)) {
            for (DifyEvent event = stream.next(); event != null; event = stream.next()) {
                if (!(event instanceof DifyEvent.Ping)) {
                    arrivals.event();
                }
                heard.take(event);
            }
        } catch (DifyStreamCutException cut) {
            cut(arrivals);
            return false;
        } catch (DifyTimeoutException silent) {
            silent(silent, arrivals);
            return false;
        } catch (DifyException refused) {
            sheet.problem(
                    CHECK,
                    Code.STREAM_REFUSED,
                    "the question was not taken: "
                            + DifyProblems.of(refused, ProbeStep.INFO).message() + code(refused.code()),
                    "look at the app's run in Dify's log; a model without credentials and a full quota end like this, too");
            return false;
        }
        if (heard.failure() != null) {
            sheet.problem(
                    CHECK,
                    Code.STREAM_FAILED,
                    "the app failed while it answered" + code(heard.failure()),
                    "look at the app's run in Dify's log; the stream itself arrives");
            return false;
        }
        tell(arrivals, heard);
        return true;
    }

    private void tell(Arrivals arrivals, Heard heard) {
        String figures = "%d events, the first after %s, the last after %s, longest pause %s"
                .formatted(
                        arrivals.events(),
                        Lengths.of(arrivals.first()),
                        Lengths.of(arrivals.last()),
                        Lengths.of(arrivals.longestGap()));
        Duration told = heard.told();
        Delivery delivery = arrivals.delivery(told);
        switch (delivery) {
            case AS_MADE -> sheet.ok(CHECK, figures);
            case HELD_BACK ->
                sheet.problem(
                        CHECK,
                        Code.STREAM_BUFFERED,
                        figures + "; Dify was at it for " + (told == null ? "longer" : Lengths.of(told)),
                        UNBUFFER);
            case IN_CLUMPS -> sheet.warning(CHECK, Code.STREAM_IN_CLUMPS, figures + ", in packs", UNBUFFER);
            case UNCLEAR ->
                sheet.warning(
                        CHECK,
                        Code.STREAM_UNCLEAR,
                        figures + ": all at once after a while",
                        "ask for a longer answer (--ask); if it comes at once again: " + UNBUFFER);
            case TOO_QUICK ->
                sheet.note(
                        CHECK,
                        Code.STREAM_UNCLEAR,
                        figures + ": too quick to tell whether something holds events back",
                        "ask for something longer (--ask)");
        }
        if (heard.garbled()) {
            sheet.problem(
                    "text",
                    Code.STREAM_GARBLED,
                    "characters of the answer arrive broken",
                    "something between changes bytes: no proxy may convert character sets");
        }
    }

    private void cut(Arrivals arrivals) {
        sheet.problem(
                CHECK,
                Code.STREAM_CUT,
                "the connection ended before the answer did, %s after the last of %d events"
                        .formatted(Lengths.of(arrivals.silence()), arrivals.events()),
                "a proxy must wait longer than the longest silence (nginx: proxy_read_timeout, ALB: idle timeout) and let"
                        + " an answer take its time; or Dify's api was restarted");
    }

    private void silent(DifyTimeoutException silent, Arrivals arrivals) {
        boolean nothing = silent.phase() != DifyTimeoutException.Phase.IDLE;
        sheet.problem(
                CHECK,
                Code.STREAM_SILENT,
                nothing
                        ? "nothing came, not even the head of the answer"
                        : "after %d events nothing came any more, not even a ping".formatted(arrivals.events()),
                "Dify pings every 10 s: without that a proxy holds the answer back (" + UNBUFFER
                        + "), or Dify's worker does not run");
    }

    /** Dify's code is one of a list; anything else might be words. */
    private static String code(@Nullable String code) {
        return code != null && code.matches("[a-z_]{1,64}") ? " (" + code + ")" : "";
    }
}
