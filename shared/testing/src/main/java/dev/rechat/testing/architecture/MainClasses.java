package dev.rechat.testing.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** Leaves out tests and what the framework's annotation processors generate ({@code $Name$Definition.class}). */
public final class MainClasses implements ImportOption {

    private static final Pattern GENERATED = Pattern.compile(".*/\\$[^/]*\\.class");
    private static final ImportOption NO_TESTS = new DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        return NO_TESTS.includes(location) && !location.matches(GENERATED);
    }
}
