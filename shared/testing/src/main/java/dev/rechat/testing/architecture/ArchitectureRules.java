package dev.rechat.testing.architecture;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/**
 * All rules. A test that sees every module declares {@code @AnalyzeClasses(packages = "dev.rechat", importOptions =
 * MainClasses.class)} and a field {@code @ArchTest static final ArchTests RULES =
 * ArchTests.in(ArchitectureRules.class)}.
 */
public final class ArchitectureRules {

    @ArchTest
    public static final ArchTests MODULES = ArchTests.in(ModuleRules.class);

    @ArchTest
    public static final ArchTests CODE = ArchTests.in(CodeRules.class);

    @ArchTest
    public static final ArchTests ACCESS = ArchTests.in(AccessRules.class);

    private ArchitectureRules() {}
}
