package dev.rechat.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Who may call what is written at the route, where its reader looks. */
public final class AccessRules {

    private static final String SECURED = "io.micronaut.security.annotation.Secured";

    @ArchTest
    public static final ArchRule everyRouteSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith("io.micronaut.http.annotation.HttpMethodMapping")
            .and()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith("io.micronaut.http.annotation.Controller")
            .should(new ArchCondition<>("carry @Secured, or stand in a class that does") {
                @Override
                public void check(JavaMethod route, ConditionEvents events) {
                    if (!route.isAnnotatedWith(SECURED) && !route.getOwner().isAnnotatedWith(SECURED)) {
                        events.add(SimpleConditionEvent.violated(
                                route, route.getFullName() + " does not say who may call it"));
                    }
                }
            });

    private AccessRules() {}
}
