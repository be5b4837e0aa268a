package dev.rechat.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may use whom. Maven holds most of the direction; these rules say it in one place and go down to packages. */
public final class ModuleRules {

    private static final String ALL = "dev.rechat..";
    private static final String KERNEL = "dev.rechat.kernel..";
    private static final String DIFY = "dev.rechat.dify..";
    private static final String PERSISTENCE = "dev.rechat.persistence..";
    /** Its statements are put together from tables in months; nobody else knows those. */
    private static final String RUN_LOG_ROWS = "dev.rechat.runlog.mysql..";

    private static final String ACCOUNTS = "dev.rechat.accounts..";
    private static final String CONVERSATIONS = "dev.rechat.conversations..";
    private static final String LAMBDA = "dev.rechat.lambda..";
    private static final String TESTING = "dev.rechat.testing..";
    private static final String LOCAL = "dev.rechat.local..";

    /** Connects before there is an application, to migrate. */
    private static final String MAINTENANCE = "dev.rechat.maintenance..";

    @ArchTest
    public static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.rechat.(**)").should().beFreeOfCycles();

    @ArchTest
    public static final ArchRule functionsDoNotUseOneAnother = slices().matching(
                    "dev.rechat.(auth|chat|conversation|admin|maintenance)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    public static final ArchRule nobodyUsesTheLocalServer = classes()
            .that()
            .resideInAPackage(LOCAL)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage(LOCAL);

    @ArchTest
    public static final ArchRule sharedModulesDoNotUseOneAnother = slices().matching(
                    "dev.rechat.(dify|persistence|web|lambda)..")
            .should()
            .notDependOnEachOther();

    /** They stand on those, side by side. */
    @ArchTest
    public static final ArchRule peopleAndConversationsDoNotUseOneAnother =
            slices().matching("dev.rechat.(accounts|conversations)..").should().notDependOnEachOther();

    @ArchTest
    public static final ArchRule sharedModulesDoNotUseFunctions = noClasses()
            .that()
            .resideInAnyPackage(
                    KERNEL,
                    DIFY,
                    PERSISTENCE,
                    LAMBDA,
                    "dev.rechat.web..",
                    "dev.rechat.turns..",
                    "dev.rechat.usage..",
                    ACCOUNTS,
                    CONVERSATIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.rechat.auth..",
                    "dev.rechat.chat..",
                    "dev.rechat.conversation..",
                    "dev.rechat.admin..",
                    MAINTENANCE,
                    LOCAL);

    @ArchTest
    public static final ArchRule theKernelUsesNoOtherModule = classes()
            .that()
            .resideOutsideOfPackage(KERNEL)
            .and()
            .resideInAPackage(ALL)
            .should()
            .onlyHaveDependentClassesThat()
            .resideOutsideOfPackage(KERNEL);

    @ArchTest
    public static final ArchRule theDifyClientKnowsNothingOfReChat = classes()
            .that()
            .resideOutsideOfPackage(DIFY)
            .and()
            .resideInAPackage(ALL)
            .should()
            .onlyHaveDependentClassesThat()
            .resideOutsideOfPackage(DIFY);

    @ArchTest
    public static final ArchRule onlyTheLocalServerRunsWhatTestsRun = classes()
            .that()
            .resideInAPackage(TESTING)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage(TESTING, LOCAL);

    /** Transactions are declared on services, and their failures are named there; the rest is nobody else's. */
    @ArchTest
    public static final ArchRule sqlStaysInPersistence = noClasses()
            .that()
            .resideOutsideOfPackages(PERSISTENCE, RUN_LOG_ROWS, MAINTENANCE, LOCAL, TESTING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "com.mysql..",
                    "com.zaxxer..",
                    "io.micronaut.data.annotation..",
                    "io.micronaut.data.jdbc..",
                    "io.micronaut.data.repository..",
                    "io.micronaut.jdbc..");

    @ArchTest
    public static final ArchRule httpStaysOutOfKernelAndPersistence = noClasses()
            .that()
            .resideInAnyPackage(KERNEL, PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut.http..", "io.netty..", "java.net.http..", "jakarta.servlet..");

    @ArchTest
    public static final ArchRule functionsAreNotBoundToOneServer = noClasses()
            .that()
            .resideOutsideOfPackages(LOCAL, TESTING, LAMBDA, DIFY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.netty..",
                    "io.micronaut.http.server.netty..",
                    "io.micronaut.servlet..",
                    "io.micronaut.function..",
                    "com.amazonaws..");

    private ModuleRules() {}
}
