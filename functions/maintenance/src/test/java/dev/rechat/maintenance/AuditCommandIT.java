package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.audit.AuditPruning;
import dev.rechat.maintenance.Program.Run;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A house that had an audit log before there were seals, or that has lost them. */
final class AuditCommandIT {

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final Map<String, String> environment = Program.environment(house.schema());

    @Test
    void sealsNothingOldUntilSomebodySaysSo() throws Exception {
        event(Duration.ofDays(40));
        event(Duration.ZERO);

        Run refused = Program.run(environment, "run", "audit_seal");
        Run broken = Program.run(environment, "audit", "verify");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("audit_seal failed: the audit log has no seals", "audit begin");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.output()).contains("BROKEN: state");
        assertThat(house.number("SELECT COUNT(*) FROM audit_chain")).isZero();

        Run begun = Program.run(environment, "audit", "begin");
        Run whole = Program.run(environment, "audit", "verify");

        assertThat(begun.exitCode()).as(begun.output()).isZero();
        assertThat(begun.output()).contains("the audit log is sealed up to 3:");
        assertThat(whole.exitCode()).as(whole.output()).isZero();
        assertThat(whole.output())
                .contains(
                        "3 entries are as they were sealed", "1 of them were sealed more than ten minutes", "Head: 3:");
        assertThat(Program.run(environment, "audit", "begin").exitCode()).isEqualTo(1);
    }

    @Test
    void tellsThatARemovedHeadCannotBeCompared() throws Exception {
        event(Duration.ZERO);
        event(Duration.ZERO);
        event(Duration.ZERO);
        assertThat(Program.run(environment, "run", "audit_seal").exitCode()).isZero();
        house.bean(AuditPruning.class).prune(house.now().plus(Duration.ofDays(1)), 100, false);

        Run run = Program.run(environment, "audit", "verify", "--head", "1:" + "b".repeat(64));

        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(run.output()).contains("NOT COMPARED");
    }

    private void event(Duration ago) {
        var then = house.now().minus(ago);
        house.sql(
                "INSERT INTO audit_log (id, at, action, target_type, target_id, address, user_agent, request_id, details)"
                        + " VALUES (?, ?, 'session_begun', 'user', '', '', '', '', '{}')",
                MaintenanceHouse.idOf(then),
                MaintenanceHouse.time(then));
    }
}
