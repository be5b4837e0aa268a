package dev.rechat.local.demo;

import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.SimulatedApp;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An app to be there after the start.
 *
 * @param mode Dify's own spelling
 * @param baseUrl of the Service API, with its {@code /v1}
 */
public record AppSeed(
        String slug, String name, String description, String mode, String baseUrl, String key, int sortOrder) {

    /** All demo apps at a simulator, named by their mode and further ones of a mode by themselves. */
    public static List<AppSeed> ofSimulator(URI simulator) {
        List<AppSeed> seeds = new ArrayList<>();
        for (SimulatedApp app : DemoApps.all()) {
            String mode = app.mode().wireName();
            String slug = "demo-" + mode;
            boolean taken = seeds.stream().anyMatch(seed -> seed.slug().equals(slug));
            seeds.add(new AppSeed(
                    taken ? "demo-" + app.name().toLowerCase(Locale.ROOT) : slug,
                    app.name(),
                    app.description(),
                    mode,
                    simulator.toString(),
                    app.key(),
                    seeds.size()));
        }
        return List.copyOf(seeds);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AppSeed[" + slug + "]";
    }
}
