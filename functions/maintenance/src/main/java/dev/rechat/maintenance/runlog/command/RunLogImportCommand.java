package dev.rechat.maintenance.runlog.command;

import dev.rechat.maintenance.runlog.load.ImportReport;
import dev.rechat.maintenance.runlog.load.ImportWish;
import dev.rechat.maintenance.runlog.load.RunLogImport;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.runlog.settings.RunLogStores;
import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "import",
        description = {
            "Load the runs that a workflow app had at Dify before they were recorded here, through Dify's Service API: runs and",
            "who asked for them, without their nodes. What is recorded already stays as it is. Ctrl-C at any time: the same",
            "command goes on where it was."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all of it is here",
            "1:Dify or a store does not answer or refuses, some runs were not understood, or it was interrupted",
            "2:wrong option or configuration, or an app that has no such log"
        })
final class RunLogImportCommand extends StoreCommand {

    @Option(names = "--app", required = true, paramLabel = "SLUG", description = "The app, by the name in its address.")
    private String slug = "";

    @Option(names = "--since", paramLabel = "DAY", description = "Runs that began on this day or later, in UTC.")
    private @Nullable LocalDate first;

    @Option(names = "--until", paramLabel = "DAY", description = "Or earlier: this day is included, to its end in UTC.")
    private @Nullable LocalDate last;

    @Option(
            names = "--per-second",
            paramLabel = "N",
            description = "How many runs Dify is asked for in a second at most, 1 to 1,000. Default: 5.")
    private int perSecond = 5;

    @Option(names = "--restart", description = "Begin with the newest run, however far an earlier attempt came.")
    private boolean restart;

    @Override
    int run(ApplicationContext context, RunLogStores stores) {
        App app = context.getBean(AppRepository.class)
                .findBySlug(slug)
                .orElseThrow(() -> wrong("there is no app called " + slug));
        RunLogImport.refusal(app.mode()).ifPresent(refusal -> {
            throw wrong(refusal);
        });
        ImportWish wish;
        try {
            wish = new ImportWish(stores.chosen(), stores.tenant(), app, Days.range(first, last), perSecond, restart);
        } catch (IllegalArgumentException wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        }
        Bar bar = new Bar(out(), Terminal.attached() && !asJson());
        try (Interruption interruption = new Interruption()) {
            bar.begin(slug, 0, 0);
            ImportReport report =
                    context.getBean(RunLogImport.class).load(wish, interruption, asJson() ? done -> {} : bar::advance);
            bar.end();
            if (asJson()) {
                printJson(context, report);
            } else {
                tell(report);
            }
            return report.complete() ? 0 : FAILED;
        }
    }

    private void tell(ImportReport report) {
        out().printf(
                        "%,d seen, %,d imported, %,d known already, %,d not ended, %,d gone at Dify, %,d not understood, %,d"
                                + " refused%n",
                        report.seen(),
                        report.imported(),
                        report.known(),
                        report.unfinished(),
                        report.gone(),
                        report.unreadable(),
                        report.refused());
        out().flush();
        if (report.problem() != null) {
            error().println("It ended early: " + report.problem());
        } else if (report.stopped()) {
            error().println("Interrupted: the same command goes on from here.");
        }
    }
}
