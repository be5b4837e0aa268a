package dev.rechat.local.doctor;

import dev.rechat.dify.DifyClient;
import dev.rechat.dify.network.DifyNetworks;
import dev.rechat.local.doctor.dify.DifyDoctor;
import dev.rechat.local.doctor.dify.DifySubject;
import dev.rechat.local.doctor.http.PlainHttp;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Diagnosis;
import dev.rechat.local.doctor.report.Findings;
import dev.rechat.local.doctor.report.Level;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The doctor at a Dify on this machine, where functions may go. */
final class Visit implements AutoCloseable {

    private static final String HERE = "127.0.0.1,localhost";
    private static final int FILE_BYTES = 15 * 1024 * 1024;

    private final ApplicationContext context = DoctorContext.build();
    private final PlainHttp http = new PlainHttp();
    private final DifyDoctor doctor;

    Visit() {
        context.getEnvironment().start();
        context.getEnvironment()
                .addPropertySource(PropertySource.of(
                        "visit", Map.of(DifyNetworks.PROPERTY, HERE, "rechat.dify.retries", 0), Integer.MAX_VALUE));
        context.start();
        doctor = new DifyDoctor(
                context.getBean(DifyClient.class), DifyNetworks.parse(HERE), FILE_BYTES, http, Clock.systemUTC());
    }

    List<Diagnosis> look(String url, String key, @Nullable String question) {
        return look(new DifySubject("Dify", url, key, null, null), question);
    }

    List<Diagnosis> look(DifySubject subject, @Nullable String question) {
        Findings findings = new Findings(_ -> {});
        doctor.look(subject, question, findings.sheet(subject.name()));
        return findings.all();
    }

    /** What is not as it should be; notes are. */
    static List<@Nullable Code> troubles(List<Diagnosis> found) {
        return found.stream()
                .filter(each -> each.level().compareTo(Level.WARNING) >= 0)
                .<@Nullable Code>map(Diagnosis::code)
                .toList();
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
