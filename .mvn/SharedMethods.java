import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets proxies of repositories use the description of their methods that is there, instead of making one more.
 *
 * <p>Micronaut 4.10 writes for a repository a proxy, the proxy's definition, and the description of its methods with all their
 * annotations ({@code $Exec}). The definition makes a description when its class is initialised, which native-image does while it
 * builds; each proxy makes another in its constructor, at run time. For that one call the code that makes descriptions stays in
 * every executable, and it is more than that of any library. Here {@code new $Exec()} in constructors becomes a reading of the
 * definition's constant, which the package may see then. Class files are changed in place; a second time nothing changes.
 *
 * <p>{@code java SharedMethods.java target/classes}, after compilation; fails where Micronaut writes something else.
 */
final class SharedMethods {

    private static final String METHODS = "$Definition$Exec";
    private static final String CONSTANT = "$EXEC";

    /** Proxies of classes, not of interfaces: few, with descriptions of another kind. */
    private static final String AROUND = "$Definition$Intercepted";

    private SharedMethods() {}

    public static void main(String[] args) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.contains(AROUND)) {
                continue;
            }
            if (name.endsWith("$Intercepted.class")) {
                transform(file, ClassTransform.transformingMethodBodies(
                        method -> method.methodName().equalsString(ConstantDescs.INIT_NAME),
                        CodeTransform.ofStateful(ReadsConstant::new)));
            } else if (name.endsWith("$Intercepted$Definition.class")) {
                transform(file, SharedMethods::show);
            }
        }
    }

    private static void transform(Path file, ClassTransform change) throws IOException {
        byte[] before = Files.readAllBytes(file);
        ClassFile format = ClassFile.of();
        ClassModel model = format.parse(before);
        byte[] after = format.transformClass(model, change);
        if (!Arrays.equals(before, after)) {
            Files.write(file, after);
        }
    }

    private static void show(ClassBuilder builder, ClassElement element) {
        if (element instanceof FieldModel field && field.fieldName().equalsString(CONSTANT)) {
            builder.withField(field.fieldName(), field.fieldType(), shown -> shown.withFlags(
                    field.flags().flagsMask() & ~ClassFile.ACC_PRIVATE));
        } else {
            builder.with(element);
        }
    }

    /** Replaces {@code new}, {@code dup}, {@code invokespecial} where they stand together. */
    private static final class ReadsConstant implements CodeTransform {

        private int left;

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof NewObjectInstruction made && made.className().asInternalName().endsWith(METHODS)) {
                left = 2;
            } else if (left == 2 && element instanceof StackInstruction stack && stack.opcode() == Opcode.DUP) {
                left = 1;
            } else if (left == 1
                    && element instanceof InvokeInstruction call
                    && call.opcode() == Opcode.INVOKESPECIAL
                    && call.type().equalsString("()V")) {
                left = 0;
                ClassDesc methods = call.owner().asSymbol();
                String definition = call.owner().asInternalName().replaceFirst("\\$Exec$", "");
                code.getstatic(ClassDesc.ofInternalName(definition), CONSTANT, methods);
            } else if (left != 0 && element instanceof Instruction) {
                throw new IllegalStateException("a proxy makes the description of its methods in another way");
            } else {
                code.with(element);
            }
        }

        @Override
        public void atEnd(CodeBuilder code) {
            if (left != 0) {
                throw new IllegalStateException("a proxy makes the description of its methods in another way");
            }
        }
    }
}
