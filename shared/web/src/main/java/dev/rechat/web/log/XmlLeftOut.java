package dev.rechat.web.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.net.URL;

/**
 * In native executables, in place of Logback's reader of XML files. {@link LogSetup} comes before it, so it reads nothing there;
 * that it could keeps itself and the JDK's parsers in every executable. A JVM never loads this class and reads such files as ever.
 */
@TargetClass(DefaultJoranConfigurator.class)
final class XmlLeftOut {

    @Substitute
    public ExecutionStatus configure(LoggerContext logback) {
        throw new UnsupportedOperationException("Native executables read no XML file for their log.");
    }

    @Substitute
    public void configureByResource(URL file) {
        throw new UnsupportedOperationException("Native executables read no XML file for their log.");
    }
}
