package dev.rechat.maintenance;

import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "The audit log.",
        subcommands = {AuditVerifyCommand.class, AuditBeginCommand.class},
        synopsisSubcommandLabel = "(verify | begin)")
final class AuditCommand {}
