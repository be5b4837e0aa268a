package dev.rechat.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.rechat.testing.architecture.AccessRules;
import dev.rechat.testing.architecture.CodeRules;
import dev.rechat.testing.architecture.ModuleRules;
import dev.rechat.web.offence.Offences;
import dev.rechat.web.offence.SqlOffence;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That the rules notice what they forbid. */
class ArchitectureRulesTest {

    static Stream<Arguments> offences() {
        return Stream.of(
                offence(CodeRules.timeComesFromTheClock, Offences.WallClock.class),
                offence(CodeRules.timeComesFromTheClock, Offences.Millis.class),
                offence(CodeRules.configurationComesFromTheFramework, Offences.Environment.class),
                offence(CodeRules.onlyEntryPointsTalkToTheTerminal, Offences.Printer.class),
                offence(CodeRules.onlyEntryPointsTalkToTheTerminal, Offences.StackPrinter.class),
                offence(CodeRules.nothingIsInjectedIntoFields, Offences.Injected.class),
                offence(AccessRules.everyRouteSaysWhoMayCallIt, Offences.OpenController.class),
                offence(ModuleRules.sqlStaysInPersistence, SqlOffence.class));
    }

    private static Arguments offence(ArchRule rule, Class<?> offender) {
        return Arguments.of(Named.of(rule.getDescription(), rule), Named.of(offender.getSimpleName(), offender));
    }

    @ParameterizedTest
    @MethodSource("offences")
    void noticeWhatTheyForbid(ArchRule rule, Class<?> offender) {
        JavaClasses classes = new ClassFileImporter().importClasses(offender);

        assertThat(rule.evaluate(classes).hasViolation()).isTrue();
    }

    @Test
    void leaveAControllerAloneThatIsSecured() {
        JavaClasses classes = new ClassFileImporter().importClasses(Offences.ClosedController.class);

        assertThat(AccessRules.everyRouteSaysWhoMayCallIt.evaluate(classes).hasViolation())
                .isFalse();
    }
}
