package dev.rechat.dify;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * In native executables, in place of Netty's way to ask the system for memory by calls that the JDK links at run time. Netty takes
 * another that works there and comes before it, but the JDK's writer of class files would be kept for it. A JVM never loads this.
 */
@TargetClass(className = "io.netty.util.internal.CleanerJava24Linker")
@Substitute
final class LinkerLeftOut {

    @Substitute
    LinkerLeftOut() {}

    @Substitute
    static boolean isSupported() {
        return false;
    }
}
