package dev.rechat.local.metrics;

import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.signal.MetricName;
import dev.rechat.kernel.signal.ProcessAge;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Says how long the server took until it listened. */
@Singleton
final class StartSignal implements ApplicationEventListener<ServerStartupEvent> {

    private final Meters meters;

    StartSignal(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        ProcessAge.now().ifPresent(age -> meters.timer(MetricName.START).record(age));
    }
}
