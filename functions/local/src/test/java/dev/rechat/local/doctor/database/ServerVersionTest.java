package dev.rechat.local.doctor.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers are told apart by what they say of themselves, not by the number they begin with. */
final class ServerVersionTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "8.0.33,                          MySQL Community Server - GPL,               -,      MySQL 8.0.33",
                "8.4.2-0ubuntu0.24.04,            (Ubuntu),                                   -,      MySQL 8.4.2",
                "5.7.44-log,                      MySQL Community Server (GPL),               -,      MySQL 5.7.44",
                "8.0.36-28,                       'Percona Server (GPL), Release 28',         -,      Percona Server 8.0.36",
                "11.4.5-MariaDB,                  MariaDB Server,                             -,      MariaDB 11.4.5",
                "10.6.12-MariaDB-0ubuntu0.22.04.1, Ubuntu 22.04,                              -,      MariaDB 10.6.12",
                "5.5.5-10.3.39-MariaDB-log,       mariadb.org binary distribution,            -,      MariaDB 10.3.39",
                "8.0.32,                          Source distribution,                        3.05.2, Aurora MySQL 3.5.2",
                "8.0.mysql_aurora.3.05.2,         MySQL Community Server (GPL),               -,      Aurora MySQL 3.5.2",
                "5.7.mysql_aurora.2.11.1,         MySQL Community Server (GPL),               -,      Aurora MySQL 2.11.1",
                "5.7.25-OceanBase-v4.2.1.8,       OceanBase 4.2.1.8 (r108000022024072217),    -,      OceanBase 4.2.1",
                "5.7.25-OceanBase_CE-v4.3.5.0,    OceanBase_CE 4.3.5.0 (r100),                -,      OceanBase 4.3.5",
                "5.7.25,                          OceanBase_CE 4.2.1.8 (r108),                -,      OceanBase 4.2.1",
                "8.0.11-TiDB-v8.5.1,              'TiDB Server (Apache License 2.0)',         -,      TiDB 8.5.1",
                "5.7.25-TiDB-v6.5.0,              'TiDB Server (Apache License 2.0)',         -,      TiDB 6.5.0",
                "8.0.30-Vitess,                   'Version: 18.0.0',                          -,      another server 8.0.30",
                "what,                            ever,                                       -,      another server 0.0.0"
            })
    void isTold(String version, String comment, @Nullable String aurora, String expected) {
        assertThat(ServerVersion.of(version, comment, aurora)).hasToString(expected);
    }
}
