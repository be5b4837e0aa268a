package dev.rechat.local.doctor;

import static dev.rechat.local.doctor.Visit.troubles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.doctor.database.DatabaseDoctor;
import dev.rechat.local.doctor.database.Login;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Diagnosis;
import dev.rechat.local.doctor.report.Findings;
import dev.rechat.testing.database.DatabaseKind;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database lacks is told with the statement that gives it. */
final class DatabaseDoctorIT {

    private static final long TURN_BYTES = 8L * 1024 * 1024;

    private static Login login(Schema schema) {
        return new Login(schema.jdbcUrl(), schema.username(), schema.password());
    }

    private static Login with(Schema schema, String option) {
        return new Login(schema.jdbcUrl() + "&" + option, schema.username(), schema.password());
    }

    private static List<Diagnosis> look(Login login) {
        return look(login, Clock.systemUTC(), TURN_BYTES);
    }

    private static List<Diagnosis> look(Login login, Clock clock, long largestTurn) {
        Findings findings = new Findings(_ -> {});
        new DatabaseDoctor(clock, 10, largestTurn).look(login, findings.sheet("database"));
        return findings.all();
    }

    private static void execute(Schema schema, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String name(Schema schema) {
        return schema.jdbcUrl().replaceFirst("^jdbc:mysql://[^/]*/", "").replaceFirst("[?].*", "");
    }

    @Test
    void findsNothingWrongWithAGoodOne() {
        List<Diagnosis> found = look(login(MigratedSchema.create()), Clock.systemUTC(), 1024);

        String product = DatabaseKind.selected() == DatabaseKind.MYSQL ? "MySQL 8.0.33" : "MariaDB 11.4.5";
        assertThat(troubles(found)).as(found.toString()).isEmpty();
        assertThat(found).extracting(Diagnosis::message).contains(product);
        assertThat(found)
                .extracting(Diagnosis::check)
                .contains("text", "search", "time", "clocks", "isolation", "features", "locks", "privileges", "schema");
    }

    @Test
    void tellsThatTheSchemaIsBehind() {
        assertThat(troubles(look(login(TestDatabase.shared().createSchema())))).contains(Code.SCHEMA_PENDING);
    }

    @Test
    void noticesAnotherCharacterSet() throws SQLException {
        Schema schema = MigratedSchema.create();
        execute(
                schema,
                "ALTER DATABASE " + name(schema) + " CHARACTER SET latin1",
                "ALTER TABLE users MODIFY display_name VARCHAR(200) CHARACTER SET latin1 NOT NULL");

        List<Diagnosis> found = look(login(schema));

        assertThat(found)
                .filteredOn(each -> each.code() == Code.CHARACTER_SET)
                .hasSize(2)
                .anySatisfy(each -> assertThat(each.advice()).contains("ALTER DATABASE `" + name(schema) + "`"))
                .anySatisfy(each -> assertThat(each.message()).contains("users.display_name (latin1"));
    }

    @ParameterizedTest
    @CsvSource({
        "transaction_isolation='READ-UNCOMMITTED', ISOLATION",
        "transaction_isolation='SERIALIZABLE',     ISOLATION",
        "foreign_key_checks=0,                     FOREIGN_KEYS",
        "sql_mode='',                              SQL_MODE",
        "default_storage_engine='MyISAM',          ENGINE",
        "wait_timeout=60,                          CONNECTIONS_SHORT_LIVED"
    })
    void noticesOtherRules(String variable, Code expected) {
        String option = "jdbcCompliantTruncation=false&sessionVariables=" + variable.replace("'", "%27");

        assertThat(troubles(look(with(MigratedSchema.create(), option)))).contains(expected);
    }

    @Test
    void asksForTheGrantThatIsMissing() throws SQLException {
        Schema schema = MigratedSchema.create();
        String user = "reader_" + name(schema);
        execute(
                schema,
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'test-only'",
                "GRANT SELECT, INSERT ON " + name(schema) + ".* TO '" + user + "'@'%'");

        List<Diagnosis> found = look(new Login(schema.jdbcUrl(), user, "test-only"));

        assertThat(found)
                .filteredOn(each -> each.code() == Code.PRIVILEGES_MISSING)
                .singleElement()
                .satisfies(each -> assertThat(each.advice())
                        .isEqualTo("GRANT UPDATE, DELETE ON `" + name(schema) + "`.* TO '" + user + "'@'%'"));
    }

    @Test
    void functionsNeedLessThanMigrations() throws SQLException {
        Schema schema = MigratedSchema.create();
        String user = "function_" + name(schema);
        execute(
                schema,
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'test-only'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON " + name(schema) + ".* TO '" + user + "'@'%'");

        List<Diagnosis> found = look(new Login(schema.jdbcUrl(), user, "test-only"), Clock.systemUTC(), 1024);

        assertThat(troubles(found)).as(found.toString()).isEmpty();
        assertThat(found).extracting(Diagnosis::code).contains(Code.MIGRATION_PRIVILEGES_MISSING);
    }

    @Test
    void whatComesByARoleCounts() throws SQLException {
        Schema schema = MigratedSchema.create();
        String user = "actor_" + name(schema);
        boolean mysql = DatabaseKind.selected() == DatabaseKind.MYSQL;
        execute(
                schema,
                "CREATE ROLE role_" + name(schema),
                "GRANT SELECT, INSERT, UPDATE, DELETE ON " + name(schema) + ".* TO role_" + name(schema),
                "CREATE USER '" + user + "'@'%' IDENTIFIED BY 'test-only'",
                "GRANT role_" + name(schema) + " TO '" + user + "'@'%'",
                mysql
                        ? "SET DEFAULT ROLE ALL TO '" + user + "'@'%'"
                        : "SET DEFAULT ROLE role_" + name(schema) + " FOR '" + user + "'@'%'");

        assertThat(troubles(look(new Login(schema.jdbcUrl(), user, "test-only"), Clock.systemUTC(), 1024)))
                .isEmpty();
    }

    @Test
    void noticesClocksThatAreApart() {
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-2));

        assertThat(look(login(MigratedSchema.create()), slow, TURN_BYTES))
                .filteredOn(each -> each.code() == Code.CLOCKS_APART)
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("ahead"));
    }

    @Test
    void noticesThatLongAnswersDoNotFit() {
        assertThat(troubles(look(login(MigratedSchema.create()), Clock.systemUTC(), 1L << 40)))
                .containsExactly(Code.PACKET_SMALL);
    }

    @Test
    void saysWhyThereIsNoConnection() {
        Schema schema = TestDatabase.shared().createSchema();
        String url = schema.jdbcUrl();

        assertThat(troubles(look(new Login(url, schema.username(), "wrong")))).containsExactly(Code.DATABASE_DENIED);
        assertThat(troubles(
                        look(new Login(url.replace(name(schema), "rechat_no"), schema.username(), schema.password()))))
                .containsExactly(Code.DATABASE_MISSING);
        assertThat(troubles(look(new Login("jdbc:mysql://127.0.0.1:1/rechat", "a", "b"))))
                .containsExactly(Code.DATABASE_UNREACHABLE);
        assertThat(look(new Login("jdbc:mysql://somebody:hidden@no-such-host.invalid/rechat?password=hidden", "a", "b"))
                        .toString())
                .contains("the name is not known")
                .doesNotContain("hidden");
    }
}
