package dev.rechat.maintenance;

import dev.rechat.accounts.audit.AuditBreak;
import dev.rechat.accounts.audit.AuditHead;
import dev.rechat.accounts.audit.AuditReport;
import dev.rechat.accounts.audit.AuditVerification;
import dev.rechat.maintenance.command.ContextCommand;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Tell whether the audit log is what was sealed: nothing changed, taken out or slipped in.",
            "Note the head that it prints where nobody who can change the database can change it: with --head, a later",
            "verification tells whether the end was cut off or made anew."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all of it is as it was sealed",
            "1:it is not, or the database does not answer",
            "2:wrong option or configuration",
            "3:it is, but retention has taken the noted head away, so nothing can be said about that"
        })
final class AuditVerifyCommand extends ContextCommand {

    private static final int HEAD_REMOVED = 3;

    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    @Option(names = "--head", paramLabel = "POSITION:HASH", description = "A head that was noted before.")
    private @Nullable String head;

    private long saidAt = System.nanoTime();

    @Override
    protected int run(ApplicationContext context) {
        AuditHead expected = head == null
                ? null
                : AuditHead.parse(head).orElseThrow(() -> wrong("--head must be POSITION:HASH, as verify prints it"));
        AuditReport report = context.getBean(AuditVerification.class).whole(expected, this::tell);
        out().printf(
                        "%,d entries are as they were sealed, %,d wait for their seal.%n",
                        report.checked(), report.unsealed());
        if (report.late() > 0) {
            out().printf(
                            "%,d of them were sealed more than ten minutes after they say they happened: sealing had paused,"
                                    + " or they were written afterwards.%n",
                            report.late());
        }
        if (report.anchor() != null) {
            out().println("Older ones were removed by retention, up to position "
                    + report.anchor().position() + ".");
        }
        if (report.head() != null) {
            out().println("Head: " + report.head());
        }
        out().flush();
        AuditBreak broken = report.broken();
        if (broken == null) {
            return report.headRemoved() ? removed() : 0;
        }
        error().println("BROKEN: " + broken.kind().code() + " at position " + broken.position()
                + (broken.eventId() == null ? "" : ", event " + broken.eventId()));
        return FAILED;
    }

    private int removed() {
        error().println("NOT COMPARED: the entry of the noted head was removed by retention. Note heads more often.");
        return HEAD_REMOVED;
    }

    private void tell(long checked) {
        long time = System.nanoTime();
        if (time - saidAt >= PAUSE) {
            out().printf("%,d entries verified%n", checked);
            out().flush();
            saidAt = time;
        }
    }
}
