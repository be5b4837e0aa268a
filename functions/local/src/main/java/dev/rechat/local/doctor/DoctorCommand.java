package dev.rechat.local.doctor;

import dev.rechat.conversations.dify.DifyNetworksRule;
import dev.rechat.kernel.config.ConfigurationException;
import dev.rechat.kernel.tls.PrivateAuthorities;
import dev.rechat.local.doctor.database.Login;
import dev.rechat.local.doctor.report.Findings;
import dev.rechat.local.doctor.report.JsonReport;
import dev.rechat.local.doctor.report.Level;
import dev.rechat.local.doctor.report.PlainReport;
import dev.rechat.persistence.database.DatabaseRule;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./rechat doctor}: tells what is wrong around ReChat, and what to change. Writes nothing anywhere. */
@Command(
        name = "doctor",
        description = {
            "Look at the database, the apps at Dify and the public address, and say what to change.",
            "Without --dify: all apps that are switched on in the database."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  DATASOURCES_DEFAULT_URL, DATASOURCES_DEFAULT_USERNAME, DATASOURCES_DEFAULT_PASSWORD",
            "                             the database; it is not looked at without",
            "  RECHAT_SECRETS_KEYS        opens the keys of its apps",
            "  RECHAT_DIFY_NETWORKS, RECHAT_TLS_CA",
            "                             as the functions have them"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no problems; there may be warnings", "1:problems", "2:wrong option or configuration"})
public final class DoctorCommand implements Callable<Integer> {

    private static final int PROBLEMS = 1;

    @Mixin
    private DoctorOptions options = new DoctorOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        // what is logged, and how (dev.rechat.web.log)
        System.setProperty("rechat.program", "command");
        System.exit(commandLine().execute(arguments));
    }

    /** The command, for a program that has others, too. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new DoctorCommand());
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .order(Integer.MAX_VALUE)
                        .description("Show this help.")
                        .build());
        return line;
    }

    @Override
    public Integer call() throws IOException {
        if (!options.isWhole()) {
            throw wrong("--api-key and --app belong together, and to --url");
        }
        try (ApplicationContext context = DoctorContext.build()) {
            Environment environment = context.getEnvironment().start();
            Optional<Login> login = login(environment);
            if (login.isEmpty() && options.dify().isEmpty() && options.site() == null) {
                throw wrong("Nothing to look at: give --dify and --key, --url, or set DATASOURCES_DEFAULT_URL");
            }
            List<String> problems = problems(environment, login.isPresent());
            if (!problems.isEmpty()) {
                problems.forEach(spec.commandLine().getErr()::println);
                return ConfigurationException.EXIT_CODE;
            }
            return look(context, login);
        }
    }

    private int look(ApplicationContext context, Optional<Login> login) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PlainReport report = new PlainReport(out);
        Findings findings = new Findings(options.json() ? _ -> {} : report::tell);
        new HouseCall(context, options, findings, Clock.systemUTC()).make(login);
        if (options.json()) {
            out.println(ObjectMapper.getDefault().writeValueAsString(JsonReport.of(findings)));
            out.flush();
        } else {
            report.end(findings);
        }
        return findings.count(Level.PROBLEM) == 0 ? 0 : PROBLEMS;
    }

    private static List<String> problems(Environment environment, boolean withDatabase) {
        List<String> problems = new ArrayList<>(new DifyNetworksRule().problems(environment));
        problems.addAll(PrivateAuthorities.trust(environment));
        if (withDatabase) {
            problems.addAll(new DatabaseRule().problems(environment));
        }
        return problems;
    }

    private static Optional<Login> login(Environment environment) {
        return property(environment, "url")
                .map(url -> new Login(
                        url,
                        property(environment, "username").orElse(""),
                        property(environment, "password").orElse("")));
    }

    private static Optional<String> property(Environment environment, String name) {
        return environment
                .getProperty("datasources.default." + name, String.class)
                .filter(text -> !text.isBlank());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
