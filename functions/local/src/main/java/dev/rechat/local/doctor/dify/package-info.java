/** Whether a Dify app can be used: where it is, who answers there, and how its stream arrives. */
@NullMarked
package dev.rechat.local.doctor.dify;

import org.jspecify.annotations.NullMarked;
