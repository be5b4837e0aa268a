/** What runs of chatflows and workflows did, for administrators. */
@NullMarked
package dev.rechat.admin.runlog;

import org.jspecify.annotations.NullMarked;
