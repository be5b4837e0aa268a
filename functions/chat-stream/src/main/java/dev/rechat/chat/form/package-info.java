/** Forms that workflow runs wait for. */
@NullMarked
package dev.rechat.chat.form;

import org.jspecify.annotations.NullMarked;
