package org.chunfeng.system;

import org.camunda.bpm.engine.ProcessEngineException;
import org.chunfeng.engine.EngineFailure;
import org.chunfeng.engine.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows refusals on our pages; those of our API are answered by {@link WebErrors}. */
@ControllerAdvice(annotations = Controller.class)
@Order(2)
class PageErrors {

    @ExceptionHandler
    ModelAndView refused(Refused refused) {
        var page = new ModelAndView("error", HttpStatusCode.valueOf(refused.status()));
        page.addObject("status", refused.status());
        page.addObject("message", refused.getMessage());
        return page;
    }

    /** What engine or database do not allow, or somebody else did meanwhile; real failures go on. */
    @ExceptionHandler({ProcessEngineException.class, DataAccessException.class})
    ModelAndView refusedBelow(RuntimeException failure) {
        Refused refused = EngineFailure.refusalIn(failure);
        if (refused == null) {
            throw failure;
        }
        return refused(refused);
    }
}
