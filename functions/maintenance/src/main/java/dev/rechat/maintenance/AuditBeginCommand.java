package dev.rechat.maintenance;

import dev.rechat.accounts.audit.AuditSealing;
import dev.rechat.maintenance.command.ContextCommand;
import io.micronaut.context.ApplicationContext;
import picocli.CommandLine.Command;

@Command(
        name = "begin",
        description = {
            "Seal the audit log from its oldest entry on, as it is now, where nothing is sealed: after an upgrade of a house",
            "without seals, or when you have found out what became of them and emptied the table audit_chain.",
            "Nothing tells later whether the log was changed before: export it first, and look at it."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it is sealed",
            "1:there are seals already, or the database does not answer",
            "2:wrong option or configuration"
        })
final class AuditBeginCommand extends ContextCommand {

    @Override
    protected int run(ApplicationContext context) {
        AuditSealing sealing = context.getBean(AuditSealing.class);
        if (!sealing.begin()) {
            error().println("There are seals already: nothing was done. See maintenance audit verify.");
            return FAILED;
        }
        sealing.round(Integer.MAX_VALUE);
        out().println("The audit log is sealed. Note the head that maintenance audit verify prints.");
        out().flush();
        return 0;
    }
}
