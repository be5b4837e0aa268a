package dev.rechat.local.doctor.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.doctor.report.Diagnosis;
import dev.rechat.local.doctor.report.Sheet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerCheckTest {

    @ParameterizedTest
    @CsvSource({
        "8.0.33,                    OK",
        "5.7.44-log,                PROBLEM",
        "11.4.5-MariaDB,            OK",
        "10.11.6-MariaDB,           NOTE",
        "10.5.23-MariaDB,           PROBLEM",
        "8.0.mysql_aurora.3.05.2,   OK",
        "5.7.mysql_aurora.2.11.1,   PROBLEM",
        "5.7.25-OceanBase-v4.2.1.8, NOTE",
        "5.7.25-OceanBase-v3.1.4,   PROBLEM",
        "8.0.11-TiDB-v8.5.1,        NOTE",
        "5.7.25-TiDB-v6.5.0,        PROBLEM",
        "8.0.30-Vitess,             WARNING"
    })
    void oldServersAreRefusedAndUntestedOnesNamed(String version, String level) {
        List<Diagnosis> found = new ArrayList<>();

        ServerCheck.tell(ServerVersion.of(version, "", null), new Sheet("database", found::add));

        assertThat(found).extracting(each -> each.level().name()).containsExactly(level);
    }
}
