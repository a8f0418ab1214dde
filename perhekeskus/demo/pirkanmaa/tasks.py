"""How the seven tasks are done here: the programme of 2018 does not tell, nor what families said."""

HOW_WE_DO_IT = {}
TASK_VOICES = []
