package org.chunfeng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.chunfeng.ChunfengTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ChunfengTest
class SafeExpressionsTest {

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Test
    void ordinaryExpressionsWork() {
        assertThat(evaluate("${'abc'.length()}")).isEqualTo(3);
        assertThat(evaluate("${environment.getProperty('chunfeng.prefecture')}"))
                .isEqualTo("alxa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${environment.class.classLoader}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${environment.getClass().getClassLoader().loadClass('java.lang.Runtime')}"
            })
    void noExpressionReachesAClass(String attack) {
        assertThatThrownBy(() -> evaluate(attack)).hasMessageContaining("Expressions must not reach for");
    }

    private Object evaluate(String expression) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> engine.getExpressionManager()
                        .createExpression(expression)
                        .getValue(StartProcessVariableScope.getSharedInstance()));
    }
}
