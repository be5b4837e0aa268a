package dev.rechat.maintenance.runlog.command;

import dev.rechat.maintenance.runlog.store.StatusReport;
import dev.rechat.maintenance.runlog.store.StoreStatus;
import dev.rechat.runlog.settings.RunLogStores;
import io.micronaut.context.ApplicationContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = {
            "How the stores are: what answers, how much they hold, how old it is, and how far one is behind the chosen one.",
            "Numbers with a ~ are the server's estimate."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all stores that are configured answer",
            "1:the one that runs are recorded in does not",
            "2:wrong option or configuration",
            "3:that one does; another one, or what keeps large payloads, does not"
        })
final class RunLogStatusCommand extends StoreCommand {

    private static final int ANOTHER = 3;

    @Override
    int run(ApplicationContext context, RunLogStores stores) {
        StatusReport report = context.getBean(StoreStatus.class).report();
        if (asJson()) {
            printJson(context, report);
        } else {
            report.stores().forEach(store -> tell(store, store.name().equals(report.chosen())));
            String problem = report.payloads().problem();
            out().println("payloads: " + (problem == null ? "there" : problem));
            out().flush();
        }
        if (!report.chosenReachable()) {
            return FAILED;
        }
        boolean all = report.stores().stream().allMatch(StatusReport.Store::reachable);
        return all && report.payloads().reachable() ? 0 : ANOTHER;
    }

    private void tell(StatusReport.Store store, boolean chosen) {
        out().println(store.name() + (chosen ? " (chosen)" : "") + ": "
                + (store.reachable() ? String.valueOf(store.product()) : "does not answer"));
        if (store.problem() != null) {
            out().println("  " + store.problem());
        }
        for (StatusReport.Kind kind : store.kinds()) {
            out().printf(
                            "  %-16s %15s %10s  %s%s%n",
                            kind.type(),
                            (kind.exact() ? "" : "~") + String.format(Locale.ROOT, "%,d", kind.count()),
                            size(kind.bytes()),
                            kind.oldest() == null ? "" : kind.oldest() + " to " + kind.newest(),
                            behind(kind.behindSeconds()));
        }
    }

    private static String size(@Nullable Long bytes) {
        return bytes == null ? "" : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    private static String behind(@Nullable Long seconds) {
        return seconds == null || seconds <= 0 ? "" : ", %,d s behind".formatted(seconds);
    }
}
