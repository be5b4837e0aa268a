package dev.rechat.persistence.database;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.io.ByteArrayOutputStream;
import java.io.Reader;
import java.sql.SQLFeatureNotSupportedException;
import javax.xml.transform.Result;
import javax.xml.transform.Source;

/**
 * In native executables, in place of what the driver of MySQL does for columns of type XML with the JDK's parsers of four kinds.
 * We have no such columns, and the driver alone keeps the parsers in every executable. A JVM never loads this class.
 */
@TargetClass(className = "com.mysql.cj.jdbc.MysqlSQLXML")
final class SqlXmlLeftOut {

    @Substitute
    public <T extends Source> T getSource(Class<T> kind) throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Native executables handle XML columns as text only.");
    }

    @Substitute
    public <T extends Result> T setResult(Class<T> kind) throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Native executables handle XML columns as text only.");
    }

    @Substitute
    Reader binaryInputStreamStreamToReader(ByteArrayOutputStream written) {
        throw new UnsupportedOperationException("Native executables handle XML columns as text only.");
    }

    @Substitute
    String domSourceToString() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Native executables handle XML columns as text only.");
    }
}
