package dev.rechat.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;

/** What code of ours does not do, because a test could not stand in for it or an operator could not see it. */
public final class CodeRules {

    /** The simulated Dify and the databases of tests live outside the application and have no beans. */
    private static final String TESTING = "dev.rechat.testing..";

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private static final DescribedPredicate<JavaMethodCall> ASKS_THE_SYSTEM_FOR_THE_TIME =
            describe("ask the system for the time", call -> {
                String owner = call.getTargetOwner().getName();
                return CLOCKS.contains(owner)
                                && call.getName().equals("now")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class))
                        || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
            });

    private static final DescribedPredicate<JavaMethodCall> PRINTS_A_STACK_TRACE = describe(
            "print a stack trace",
            call -> call.getName().equals("printStackTrace")
                    && call.getTarget().getRawParameterTypes().isEmpty()
                    && call.getTargetOwner().isAssignableTo(Throwable.class));

    /** Programs with a {@code main}, and picocli's commands: they talk to a terminal. */
    private static final DescribedPredicate<JavaClass> ENTRY_POINTS = describe(
            "entry points of the command line",
            type -> type.isAnnotatedWith("picocli.CommandLine$Command")
                    || type.getMethods().stream()
                            .anyMatch(method -> method.getName().equals("main")));

    @ArchTest
    public static final ArchRule timeComesFromTheClock =
            noClasses().that().resideOutsideOfPackage(TESTING).should().callMethodWhere(ASKS_THE_SYSTEM_FOR_THE_TIME);

    /** Lambda's own loop reads where its Runtime API is before there is an application; so does what sets the log up. */
    @ArchTest
    public static final ArchRule configurationComesFromTheFramework = noClasses()
            .that()
            .resideOutsideOfPackages(TESTING, "dev.rechat.lambda.runtime..", "dev.rechat.web.log..")
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getenv");

    @ArchTest
    public static final ArchRule onlyEntryPointsTalkToTheTerminal = noClasses()
            .that(DescribedPredicate.not(ENTRY_POINTS))
            .and()
            .resideOutsideOfPackage("dev.rechat.lambda.runtime..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethodWhere(PRINTS_A_STACK_TRACE);

    @ArchTest
    public static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("io.micronaut.context.annotation.Value")
            .orShould()
            .beAnnotatedWith("io.micronaut.context.annotation.Property");

    private CodeRules() {}
}
