package dev.rechat.runlog.contract;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run in the making. */
public final class Sample {

    private final Tenant tenant;
    private final String workflow;
    private final Instant createdAt;
    private AppId app;
    private String id = Samples.id();
    private RunStatus status = RunStatus.SUCCEEDED;
    private RunType type = RunType.CHAT;
    private TriggeredFrom trigger = TriggeredFrom.APP_RUN;
    private String person = "ada";
    private long tokens = 7;
    private String inputs = "{\"sys.query\":\"Hello 猫 😀\"}";
    private String outputs = "{\"answer\":\"Good day\"}";
    private @Nullable String error;

    Sample(Tenant tenant, AppId app, String workflow, Instant createdAt) {
        this.tenant = tenant;
        this.app = app;
        this.workflow = workflow;
        this.createdAt = createdAt;
    }

    public Sample id(String value) {
        id = value;
        return this;
    }

    public Sample app(AppId value) {
        app = value;
        return this;
    }

    public Sample status(RunStatus value) {
        status = value;
        return this;
    }

    public Sample type(RunType value) {
        type = value;
        return this;
    }

    public Sample from(TriggeredFrom value) {
        trigger = value;
        return this;
    }

    public Sample by(String value) {
        person = value;
        return this;
    }

    public Sample tokens(long value) {
        tokens = value;
        return this;
    }

    public Sample inputs(String value) {
        inputs = value;
        return this;
    }

    public Sample outputs(String value) {
        outputs = value;
        return this;
    }

    public Sample error(String value) {
        error = value;
        return this;
    }

    public WorkflowRun get() {
        boolean ended = status.isEnded();
        return new WorkflowRun(
                id,
                tenant,
                app,
                workflow,
                type,
                trigger,
                "2026-01-01 00:00:00",
                inputs,
                false,
                outputs,
                false,
                status,
                ended ? Evidence.TOLD : Evidence.OPEN,
                error,
                ended ? Duration.ofMillis(1234) : Duration.ZERO,
                tokens,
                3,
                0,
                new BigDecimal("0.0125"),
                "USD",
                CreatorRole.ACCOUNT,
                person,
                createdAt,
                ended ? createdAt.plusMillis(1234) : null,
                "0192e4a0-0000-7000-8000-00000000000a",
                "0192e4a0-0000-7000-8000-00000000000b");
    }
}
