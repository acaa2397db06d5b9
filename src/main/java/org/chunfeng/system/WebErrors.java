package org.chunfeng.system;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.chunfeng.engine.EngineFailure;
import org.chunfeng.engine.Refusal;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Answers refusals of our own API as every door answers them. */
@RestControllerAdvice(annotations = RestController.class)
@Order(1)
class WebErrors {

    private final Texts texts;

    WebErrors(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<RefusedAnswer> refused(Refused refused) {
        return ResponseEntity.status(refused.status()).body(RefusedAnswer.of(refused));
    }

    /** What engine or database do not allow, or somebody else did meanwhile; real failures go on. */
    @ExceptionHandler({ProcessEngineException.class, DataAccessException.class})
    ResponseEntity<RefusedAnswer> refusedBelow(RuntimeException failure) {
        Refused refused = EngineFailure.refusalIn(failure);
        if (refused == null) {
            throw failure;
        }
        return refused(refused);
    }

    @ExceptionHandler
    ResponseEntity<RefusedAnswer> tooBig(MaxUploadSizeExceededException tooBig) {
        var refusal = new Refusal("documents", texts.label("documents"), texts.refusal("documentTooBig"));
        return refused(new Refused(413, List.of(refusal)));
    }
}
