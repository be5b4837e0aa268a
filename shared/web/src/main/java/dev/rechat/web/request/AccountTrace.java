package dev.rechat.web.request;

import dev.rechat.kernel.log.LogField;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.HashMap;
import java.util.Map;

/** Right after it is known who asks: every log line of the request tells from here on. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class AccountTrace implements Ordered {

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        PropagatedContext propagated = context.getContext();
        if (propagated == null) {
            return;
        }
        request.getUserPrincipal()
                .ifPresent(user -> propagated.find(MdcPropagationContext.class).ifPresent(before -> {
                    Map<String, String> fields = new HashMap<>(before.state());
                    fields.put(LogField.USER_ID, user.getName());
                    context.replace(before, new MdcPropagationContext(fields));
                }));
    }
}
