package dev.rechat.local;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.rechat.testing.architecture.ArchitectureRules;
import dev.rechat.testing.architecture.MainClasses;

/** The rules over every module; this is the only place that sees all of them. */
@AnalyzeClasses(packages = "dev.rechat", importOptions = MainClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
