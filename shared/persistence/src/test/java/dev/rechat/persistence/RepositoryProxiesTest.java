package dev.rechat.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.persistence.account.UserRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/native.md says of the proxies of repositories, which the build changes after they are compiled. */
class RepositoryProxiesTest {

    @Test
    void doNotDescribeTheirMethodsASecondTime() throws IOException, URISyntaxException {
        List<ClassModel> proxies = proxies();

        assertThat(proxies).hasSizeGreaterThan(40);
        assertThat(proxies.stream().filter(RepositoryProxiesTest::describes)).isEmpty();
    }

    private static List<ClassModel> proxies() throws IOException, URISyntaxException {
        Path classes = Path.of(UserRepository.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.getFileName().toString().endsWith("Repository$Intercepted.class"))
                    .map(RepositoryProxiesTest::read)
                    .toList();
        }
    }

    private static ClassModel read(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean describes(ClassModel proxy) {
        return proxy.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> element instanceof NewObjectInstruction made
                        && made.className().asInternalName().endsWith("$Exec"));
    }
}
