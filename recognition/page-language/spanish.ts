/** Spanish. */
import type { LanguageWords } from './language-words.ts';

export const spanish: LanguageWords = {
  fields: {
    'card-detail':
      'titular, titular de la tarjeta, nombre en la tarjeta, nombre del titular, codigo de seguridad, caducidad, fecha de caducidad, vencimiento, fecha de vencimiento',
    'card-number': 'numero de tarjeta, numero de la tarjeta, tarjeta de credito, tarjeta de debito, numero tarjeta',
    email: 'correo, correo electronico, correoelectronico, direccion de correo, tu correo',
    tel: 'telefono*, movil, celular, numero de movil, numero de celular, prefijo',
    'zip-code': 'codigo postal, codigopostal, cod postal',
    age: 'edad, tu edad, rango de edad',
    'birth-date': 'nacimiento, *nacimiento, cumpleanos, cumple',
    gender: 'genero, sexo',
    country: '=pais, pais de residencia, tu pais, pais region, pais, nacionalidad',
    'postal-address':
      'direccion, direccion postal, domicilio, =calle, calle y numero, ciudad, poblacion, localidad, provincia, municipio, estado',
    'user-name': 'usuario, nombre de usuario, tu usuario',
    search: 'buscar, busqueda, busca, buscador',
    name: 'nombre, nombres, apellido, apellidos, tu nombre, nombre completo, nombre y apellidos, primer apellido',
  },
  purposes: {
    newsletter:
      'suscrib*, suscripcion*, boletin*, inscribete, inscribirse, novedades, noticias, lista de correo, enterate, mantente informado, mantente al dia, registrate',
    textMessages: 'mensaje de texto, mensajes de texto, por sms, alertas sms',
    sweepstakes: 'sorteo*, concurso*, gana, ganar, rifa',
    job: 'empleo*, candidat*, curriculum, trabaja con nosotros, vacante*, solicitud de empleo',
    tellAFriend:
      'a un amigo, a una amiga, a tus amigos, invita a un amigo, recomienda a un amigo, recomendar a un amigo',
    logIn:
      'iniciar sesion, inicia sesion, acceder, crear cuenta, crear una cuenta, crea una cuenta, crea tu cuenta, mi cuenta, tu cuenta, olvidaste tu contrasena',
    contact:
      'contacto, contactar, contactanos, contacta, mensaje, mensajes, tu mensaje, pregunta, preguntas, comentario*, consulta, escribenos',
    payment:
      'finalizar compra, finalizar la compra, realizar pedido, realizar el pedido, datos de facturacion, metodo de pago',
  },
  helping: {
    mobile: 'movil, celular',
    landline: 'fijo, telefono fijo',
    ofMusic: 'cancion, album, disco, banda, grupo, artista, cantante, baterista, musico',
    friend: 'amigo, amigos, amiga, amigas, destinatario*',
    consent:
      'acepto, aceptar, acepta, aceptas, condiciones, terminos, privacidad, consiento, consentimiento, recibir, recibe, deseo, autorizo, de acuerdo, boletin*',
    ofAge: 'mayor de 14, mayor de 16, mayor de 18, mas de 16, mas de 18, 14 anos, 16 anos, 18 anos, mayor de edad',
    notAPerson: 'empresa, artista, cancion, banda, grupo, lista, archivo, album, escuela, producto, evento, mascota',
    part: 'dia, mes, ano, aaaa, numero, num',
    ignored:
      'tarjeta regalo, tarjeta de regalo, genero musical, genero favorito, genero preferido, genero de musica, generos musicales, direccion web, direccion ip, estado civil, estado del pedido',
  },
};
