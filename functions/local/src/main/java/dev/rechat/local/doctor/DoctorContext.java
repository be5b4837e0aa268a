package dev.rechat.local.doctor;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.List;

/**
 * An application of what the doctor needs: Dify's client and the database. The functions' own beans are left out; they would
 * want their configuration when it starts, or when it ends.
 */
final class DoctorContext extends DefaultApplicationContext {

    private static final String OURS = "dev.rechat.";
    private static final List<String> NEEDED = List.of(
            "dev.rechat.kernel.", "dev.rechat.dify.", "dev.rechat.persistence.", "dev.rechat.conversations.dify.");

    private DoctorContext(ApplicationContextConfiguration configuration) {
        super(configuration);
    }

    /** Built, and not started. */
    static ApplicationContext build() {
        if (ApplicationContext.builder().deduceEnvironment(false).banner(false)
                instanceof ApplicationContextConfiguration configuration) {
            return new DoctorContext(configuration);
        }
        throw new IllegalStateException("Micronaut's builder holds no configuration");
    }

    @Override
    @SuppressWarnings("rawtypes") // as the method is declared
    protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
        return super.resolveBeanDefinitionReferences().stream()
                .filter(bean -> isNeeded(bean.getBeanDefinitionName()))
                .toList();
    }

    private static boolean isNeeded(String bean) {
        return !bean.startsWith(OURS) || NEEDED.stream().anyMatch(bean::startsWith);
    }
}
